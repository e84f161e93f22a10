// What can be asked of a document whose form nobody knows: claims that stand in one sentence with all their figures,
// and the sums that its tables keep.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Sentences: "A 万元，比上年增加 C 万元，增长 P%", "T 万元，其中：A 万元，占 P%". Only neighbours are taken together.
void read_general_claims(Reading& reading);

/// Tables of tabs: a total row, a tree of codes or a total column is taken for one where most of its sums come out.
void read_general_tables(Reading& reading);

}  // namespace mingzhang::profile
