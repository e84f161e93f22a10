// The published figures as data: CSV and JSON beside the document, described as a Frictionless tabular data package.
#pragma once

#include "publish/outputs.h"

namespace mingzhang::publish {

/// data/figures.csv and the tables as they are printed, with datapackage.json.
std::vector<File> data_package(const Composed& composed, const Material& material);

/// figures.json: every figure with its cell, its place in the document and what it rests on.
File figures_json(const Composed& composed, const Material& material);

}  // namespace mingzhang::publish
