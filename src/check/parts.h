// The steps of checking, each adding its findings.
#pragma once

#include <vector>

#include "check/check.h"
#include "check/finding.h"
#include "check/lawbook.h"
#include "check/wrong_words.h"
#include "profile/reading.h"
#include "scoring/pack.h"

namespace mingzhang::check {

using Findings = std::vector<Finding>;

/// A finding about one statement, with the words that all messages share.
Finding finding_on(const std::string& rule, Severity severity, const cube::Statement& statement,
                   const profile::Reading& reading);
/// A finding about words at a place.
Finding finding_at(const std::string& rule, Severity severity, const cube::Place& place, const std::string& section);

/// Broken laws, diagnosed; marks the figures of evaluated laws as bound. False if the diagnosis did not come to its
/// end.
bool find_faults(profile::Reading& reading, Findings& findings);

/// Amounts printed in 元 where everything around them is 万元, tables under the wrong unit: told, and taken as they are
/// meant by what follows.
void mend_units(profile::Reading& reading, Findings& findings);

/// Figures that another document of the same unit states otherwise: the same cell, last year's value behind a change,
/// the balance carried over. Marks what was compared as bound.
void find_across(profile::Reading& reading, const Other& other, Findings& findings);

/// Indicators that another document of the same unit states otherwise: targets of the budget in the self-evaluation of
/// the year, results in the targets of the next.
void find_indicators_across(const profile::Reading& reading, const Other& other, Findings& findings);

/// Sections, tables, clauses, rows and items that the form demands.
void find_missing(const profile::Reading& reading, Findings& findings);

/// Tables that are said to be empty and are not, or are and nobody says so.
void find_wrong_empties(const profile::Reading& reading, Findings& findings);

/// Headings and entries out of order; what was found missing explains its number.
void find_wrong_numbering(const profile::Reading& reading, Findings& findings);

/// 行次 and 栏次 that do not go on by one.
void find_wrong_table_numbering(const profile::Reading& reading, Findings& findings);

/// Numbers of entries that are no headings of the form.
void find_wrong_enumerations(const profile::Reading& reading, Findings& findings);

/// Names: of the unit, of subjects, lists of names against tables, counts of names.
void find_wrong_names(const profile::Reading& reading, Findings& findings);

/// Codes of tables beside the name of another.
void find_wrong_table_names(const profile::Reading& reading, Findings& findings);

/// Rows of tables that stay unread because no classification has their code, where the name says which is meant; takes
/// away what sums say of the same.
void find_unknown_rows(const profile::Reading& reading, Findings& findings);

/// Counts without money and money without counts.
void find_wrong_counts(const profile::Reading& reading, Findings& findings);

/// Projects that are named otherwise in another place.
void find_wrong_project_names(const profile::Reading& reading, Findings& findings);

/// Years, reasons that contradict the direction, two direction words that contradict each other.
void find_wrong_words(const profile::Reading& reading, Findings& findings);

/// Reasons that cannot explain the change that they are given for, by the changes of its items.
void find_wrong_causes(const profile::Reading& reading, Findings& findings);
/// Sections and tables of which most was not read.
void find_unread(const profile::Reading& reading, Findings& findings);

/// Scores, rates, weights and totals of performance tables, by the pack of the form's place.
void find_wrong_scores(const profile::Reading& reading, const scoring::Packs& packs, Findings& findings);

/// Performance indicators: reasons without a deviation and deviations without a reason, targets that do not fit their
/// names, years, fractions of persons, costs against the money, one indicator in two tables.
void find_wrong_indicators(const profile::Reading& reading, Findings& findings);

/// Targets and results by themselves: operators that point the wrong way, rates of more than the whole, units and
/// years.
void find_wrong_targets(const profile::Reading& reading, Findings& findings);

/// What the document says several times over, and once with another digit.
void find_odd_echoes(const profile::Reading& reading, Findings& findings);

/// Calculations that the text writes out: a ÷ b = c, "A 与 B 相差 C".
void find_wrong_calculations(const profile::Reading& reading, Findings& findings);

/// Rates of a whole that the text puts above 100 %.
void find_wrong_rates(const profile::Reading& reading, Findings& findings);

/// Figures in the goals and results of performance tables: sums, and targets repeated as results.
void find_wrong_prose(const profile::Reading& reading, Findings& findings);

/// Results of performance tables against each other: coverage against counts, costs per head, counted payments, money
/// that arrived against money that was spent, delays given as rates.
void find_wrong_results(const profile::Reading& reading, Findings& findings);

/// Results of performance tables that other places of the document state, too: rates and costs that follow from the
/// money, completion beside its count, the words of the result, the whole unit and its project.
void find_wrong_echoes(const profile::Reading& reading, Findings& findings);

/// Targets and results that the reason of a deviation states otherwise than its row.
void find_wrong_reason_figures(const profile::Reading& reading, Findings& findings);

/// How many performance tables a sentence counts, and how many there are.
void find_wrong_table_counts(const profile::Reading& reading, Findings& findings);

/// Reasons that speak of a project of another subject.
void find_borrowed_reasons(const profile::Reading& reading, Findings& findings);

/// Items whose words call basic spending project spending, or are those of another item.
void find_wrong_items(const profile::Reading& reading, Findings& findings);

/// Figures of free text that are less than what a bracket behind them enumerates.
void find_wrong_brackets(const profile::Reading& reading, Findings& findings);

/// Typing: doubled punctuation and words, residue of templates. Needs no profile.
void find_typing(const profile::Reading& reading, Findings& findings);

/// Dates that no calendar has, documents of years to come. Needs no profile.
void find_wrong_dates(const profile::Reading& reading, Findings& findings);

/// Digits with commas at the wrong places. Needs no profile.
void find_wrong_number_format(const profile::Reading& reading, Findings& findings);

/// Words that are often written wrongly, by the list of them. Needs no profile.
void find_misspelled(const profile::Reading& reading, const WrongWords& wrong, Findings& findings);

/// Numbers of persons. Needs no profile.
void find_personal(const profile::Reading& reading, Findings& findings);

/// What the reader saw of the layout: hidden or clipped text, blank pages, tracked changes, formula errors. Needs no
/// profile.
void find_layout(const profile::Reading& reading, Findings& findings);

}  // namespace mingzhang::check
