#include "formats/ooxml/package.h"

#include <vector>

#include "formats/ooxml/xml.h"

namespace mingzhang::formats {
namespace {

std::string folder_of(const std::string& name) {
  const auto slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash + 1);
}

/// "xl/" and "../styles.xml" -> "styles.xml". Beyond the top there is nothing to be named.
std::string resolved(const std::string& folder, std::string_view target) {
  const std::string whole = target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
  std::vector<std::string_view> steps;
  for (std::string_view rest = whole; !rest.empty();) {
    const auto slash = rest.find('/');
    const std::string_view step = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    if (step == ".." && !steps.empty())
      steps.pop_back();
    else if (step != "." && step != ".." && !step.empty())
      steps.push_back(step);
  }
  std::string name;
  for (const auto step : steps) name += (name.empty() ? "" : "/") + std::string(step);
  return name;
}

}  // namespace

std::map<std::string, Relationship> relationships_of(Archive& archive, const std::string& name) {
  const std::string folder = folder_of(name);
  const std::string part = folder + "_rels/" + name.substr(folder.size()) + ".rels";
  std::map<std::string, Relationship> out;
  if (!archive.contains(part)) return out;
  const Xml xml(archive.read(part), part);
  for (const auto& node : xml.root().children()) {
    const std::string_view type = attribute(node, "Type");
    const bool outside = attribute(node, "TargetMode") == "External";
    out[std::string(attribute(node, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                               outside ? "" : resolved(folder, attribute(node, "Target"))};
  }
  return out;
}

std::string part_of_type(const std::map<std::string, Relationship>& relationships, std::string_view type) {
  for (const auto& [id, relationship] : relationships)
    if (relationship.type == type && !relationship.target.empty()) return relationship.target;
  return {};
}

std::string main_part(Archive& archive) {
  return part_of_type(relationships_of(archive, ""), "officeDocument");
}

}  // namespace mingzhang::formats
