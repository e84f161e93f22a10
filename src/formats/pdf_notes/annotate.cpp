#include "formats/pdf_notes/annotate.h"

#define POINTERHOLDER_TRANSITION 4  // of its pointers the library keeps, only those of the language
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#pragma GCC diagnostic pop

#include <fmt/format.h>

#include <algorithm>

#include "formats/rejected.h"

namespace mingzhang::formats {
namespace {

using document::Box;

/// A rectangle of the page's own space, whose origin is at the bottom left before any rotation.
struct Corner {
  double x0, y0, x1, y1;
};

class Sheet {
 public:
  explicit Sheet(QPDFPageObjectHelper page) {
    auto box = page.getCropBox(false);
    if (!box.isRectangle()) box = page.getMediaBox(false);
    constexpr double a4_width = 595, a4_height = 842;
    area_ = {0, 0, a4_width, a4_height};
    if (box.isRectangle()) {
      const auto rectangle = box.getArrayAsRectangle();
      area_ = {rectangle.llx, rectangle.lly, rectangle.urx, rectangle.ury};
    }
    auto rotation = page.getAttribute("/Rotate", false);
    if (rotation.isInteger()) turns_ = static_cast<int>(((rotation.getIntValue() % 360) + 360) % 360 / 90);
  }

  /// A page is turned clockwise when it is shown.
  Corner own(const Box& box) const {
    switch (turns_) {
      case 1:
        return {area_.x0 + box.y0, area_.y0 + box.x0, area_.x0 + box.y1, area_.y0 + box.x1};
      case 2:
        return {area_.x1 - box.x1, area_.y0 + box.y0, area_.x1 - box.x0, area_.y0 + box.y1};
      case 3:
        return {area_.x1 - box.y1, area_.y1 - box.x1, area_.x1 - box.y0, area_.y1 - box.x0};
      default:
        return {area_.x0 + box.x0, area_.y1 - box.y1, area_.x0 + box.x1, area_.y1 - box.y0};
    }
  }

 private:
  Corner area_{};
  int turns_ = 0;
};

QPDFObjectHandle numbers(const std::vector<double>& values) {
  auto array = QPDFObjectHandle::newArray();
  for (const double value : values) array.appendItem(QPDFObjectHandle::newReal(value, 2));
  return array;
}

Corner around(const std::vector<Corner>& parts) {
  Corner all = parts.front();
  for (const auto& part : parts)
    all = {std::min(all.x0, part.x0), std::min(all.y0, part.y0), std::max(all.x1, part.x1), std::max(all.y1, part.y1)};
  return all;
}

class Annotator {
 public:
  explicit Annotator(QPDF& file) : file_(file), pages_(QPDFPageDocumentHelper(file).getAllPages()) {}

  void add(const PdfNote& note) {
    if (pages_.empty()) return;
    const std::size_t index = std::clamp<std::size_t>(note.page, 1, pages_.size()) - 1;
    const Sheet sheet(pages_[index]);
    auto annotation = note.boxes.empty() ? corner(sheet) : highlight(note, sheet);
    annotation.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
    annotation.replaceKey("/P", pages_[index].getObjectHandle());
    annotation.replaceKey("/C", numbers({note.colour[0], note.colour[1], note.colour[2]}));
    annotation.replaceKey("/T", QPDFObjectHandle::newUnicodeString(note.author));
    annotation.replaceKey("/Subj", QPDFObjectHandle::newUnicodeString(note.subject));
    annotation.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(note.text));
    annotation.replaceKey("/NM", QPDFObjectHandle::newString("mingzhang-" + std::to_string(++count_)));
    constexpr int printed = 4;
    annotation.replaceKey("/F", QPDFObjectHandle::newInteger(printed));
    append(pages_[index].getObjectHandle(), file_.makeIndirectObject(annotation));
  }

 private:
  static void append(QPDFObjectHandle page, QPDFObjectHandle annotation) {
    auto annotations = page.getKey("/Annots");
    // A list that pages share must not get the notes of both.
    auto own = annotations.isArray() ? annotations.shallowCopy() : QPDFObjectHandle::newArray();
    own.appendItem(annotation);
    page.replaceKey("/Annots", own);
  }

  static QPDFObjectHandle corner(const Sheet& sheet) {
    constexpr Box place{12, 12, 32, 32};
    const auto box = sheet.own(place);
    auto annotation = QPDFObjectHandle::newDictionary();
    annotation.replaceKey("/Subtype", QPDFObjectHandle::newName("/Text"));
    annotation.replaceKey("/Name", QPDFObjectHandle::newName("/Note"));
    annotation.replaceKey("/Rect", numbers({box.x0, box.y0, box.x1, box.y1}));
    return annotation;
  }

  QPDFObjectHandle highlight(const PdfNote& note, const Sheet& sheet) {
    std::vector<Corner> parts;
    std::vector<double> quads;
    for (const auto& box : note.boxes) {
      const auto part = parts.emplace_back(sheet.own(box));
      // Upper left, upper right, lower left, lower right: so all viewers take it, whatever the standard says.
      quads.insert(quads.end(), {part.x0, part.y1, part.x1, part.y1, part.x0, part.y0, part.x1, part.y0});
    }
    const auto all = around(parts);
    auto annotation = QPDFObjectHandle::newDictionary();
    annotation.replaceKey("/Subtype", QPDFObjectHandle::newName("/Highlight"));
    annotation.replaceKey("/Rect", numbers({all.x0, all.y0, all.x1, all.y1}));
    annotation.replaceKey("/QuadPoints", numbers(quads));
    auto appearance = QPDFObjectHandle::newDictionary();
    appearance.replaceKey("/N", drawn(parts, all, note.colour));
    annotation.replaceKey("/AP", appearance);
    return annotation;
  }

  /// What viewers show that do not draw highlights themselves: colour under the words.
  QPDFObjectHandle drawn(const std::vector<Corner>& parts, const Corner& all, const std::array<double, 3>& colour) {
    std::string content = fmt::format("/G gs {:.3f} {:.3f} {:.3f} rg\n", colour[0], colour[1], colour[2]);
    for (const auto& part : parts)
      content +=
          fmt::format("{:.2f} {:.2f} {:.2f} {:.2f} re f\n", part.x0, part.y0, part.x1 - part.x0, part.y1 - part.y0);
    auto form = QPDFObjectHandle::newStream(&file_, content);
    auto dictionary = form.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    dictionary.replaceKey("/BBox", numbers({all.x0, all.y0, all.x1, all.y1}));
    dictionary.replaceKey("/Resources", QPDFObjectHandle::parse(
                                            "<< /ExtGState << /G << /Type /ExtGState /BM /Multiply /ca 0.45 >> >> >>"));
    return form;
  }

  QPDF& file_;
  std::vector<QPDFPageObjectHelper> pages_;
  std::uint32_t count_ = 0;
};

std::string written(QPDF& file) {
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setPreserveEncryption(false);
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string annotate_pdf(std::string_view bytes, const std::vector<PdfNote>& notes) {
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("input", bytes.data(), bytes.size());
    Annotator annotator(file);
    for (const auto& note : notes) annotator.add(note);
    return written(file);
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) throw Rejected("encrypted", 0, "");
    throw Rejected("damaged", 0, "qpdf " + std::to_string(error.getErrorCode()));
  } catch (const std::logic_error&) {
    throw Rejected("damaged", 0, "qpdf");  // what the library says of structures that cannot be
  } catch (const std::runtime_error&) {
    throw Rejected("damaged", 0, "qpdf");
  }
}

}  // namespace mingzhang::formats
