// What is made of PDFs, through the real programs, behind their walls.
#include "reader/transform.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "files.h"
#include "reader/request.h"
#include "support/pdf_writer.h"

namespace mingzhang::reader {
namespace {

using formats::PdfNote;
using test::PdfPage;
using test::PdfWriter;

PdfNote note_on(std::uint32_t page, std::vector<document::Box> boxes) {
  PdfNote note;
  note.page = page;
  note.boxes = std::move(boxes);
  note.colour = {1, 0, 0};
  note.author = "明账";
  note.subject = "错误：占比";
  note.text = "写为 92.83%，应为 98.23%。";
  return note;
}

std::string two_pages() {
  PdfWriter pdf;
  pdf.add().bar(100, 100, 200, 110);
  pdf.add(842, 595).bar(100, 100, 200, 110);
  return pdf.bytes();
}

class Transform : public testing::Test {
 protected:
  std::filesystem::path file(std::string_view bytes) const { return folder.write("a.pdf", bytes); }

  std::string annotated(const std::vector<PdfNote>& notes) const { return annotate_pdf(file(two_pages()), notes); }

  std::string jpeg(const std::string& bytes, std::uint32_t page) const {
    const auto pictures = picture_pages(folder.write("b.pdf", bytes), {page});
    return pictures.size() == 1 ? pictures[0].jpeg : std::string();
  }

  template <typename Work>
  static std::string refusal(Work work) {
    try {
      work();
    } catch (const Unreadable& why) {
      return why.code();
    }
    return "done";
  }

  Folder folder;
};

TEST_F(Transform, NotesAreHighlightsThatQpdfFindsSound) {
  const auto copy = annotated({note_on(1, {{100, 100, 200, 110}}), note_on(2, {})});
  EXPECT_NE(copy.find("/Highlight"), std::string::npos);
  EXPECT_NE(copy.find("/QuadPoints [ 100 742 200 742 100 732 200 732 ]"), std::string::npos) << copy;
  EXPECT_NE(copy.find("/Subtype /Text"), std::string::npos);
  const auto path = folder.write("copy.pdf", copy);
  if (std::system("command -v qpdf >/dev/null") != 0) GTEST_SKIP() << "no qpdf";
  EXPECT_EQ(std::system(("qpdf --check " + path.string() + " >/dev/null").c_str()), 0);
}

TEST_F(Transform, NotesAreSeen) {
  const auto plain = two_pages();
  const auto copy = annotated({note_on(1, {{300, 300, 400, 320}})});
  EXPECT_NE(jpeg(copy, 1), jpeg(plain, 1));
  EXPECT_EQ(jpeg(copy, 2), jpeg(plain, 2));
}

TEST_F(Transform, NotesOfTurnedPagesStandWhereOneSeesThem) {
  for (const auto& [turned, quad] :
       std::vector<std::pair<int, std::string>>{{90, "100 90 110 90 100 60 110 60"},
                                                {180, "535 110 565 110 535 100 565 100"},
                                                {270, "485 782 495 782 485 752 495 752"}}) {
    PdfWriter pdf;
    pdf.add().rotate = turned;
    const auto copy =
        annotate_pdf(file(pdf.bytes()),
                     {note_on(1, {turned == 180 ? document::Box{30, 100, 60, 110} : document::Box{60, 100, 90, 110}})});
    EXPECT_NE(copy.find("/QuadPoints [ " + quad + " ]"), std::string::npos) << turned << copy;
  }
}

TEST_F(Transform, TheSameNotesAreTheSameBytes) {
  const std::vector<PdfNote> notes = {note_on(1, {{1, 2, 3, 4}})};
  EXPECT_EQ(annotated(notes), annotated(notes));
}

TEST_F(Transform, NotesBeyondTheLastPageStandOnIt) {
  EXPECT_NE(annotated({note_on(99, {})}).find("/Subtype /Text"), std::string::npos);
}

TEST_F(Transform, PagesArePicturesOfTheirSize) {
  const auto pictures = picture_pages(file(two_pages()), {1, 2, 3});
  ASSERT_EQ(pictures.size(), 2U);
  EXPECT_EQ(pictures[1].page, 2U);
  EXPECT_NEAR(pictures[0].width, 595, 0.5);
  EXPECT_NEAR(pictures[1].width, 842, 0.5);
  EXPECT_NE(pictures[0].jpeg, pictures[1].jpeg);
}

/// Its font is looked for on disk: through the door for fonts, or not at all; the page comes in either case.
TEST_F(Transform, PagesWithoutFontsOfTheirOwnAreDrawn) {
  PdfWriter pdf;
  pdf.add().text(60, 120, 12, "收入决算表");
  EXPECT_EQ(picture_pages(file(pdf.bytes()), {1}).size(), 1U);
}

TEST_F(Transform, WhatIsNoPdfIsDamaged) {
  for (const auto* bytes : {"%PDF-1.7\n", "%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF", "words"}) {
    EXPECT_EQ(refusal([&] { annotate_pdf(file(bytes), {}); }), "damaged") << bytes;
    EXPECT_EQ(refusal([&] { picture_pages(file(bytes), {1}); }), "damaged") << bytes;
  }
  EXPECT_EQ(refusal([&] { annotate_pdf(folder.path() / "none.pdf", {}); }), "missing");
}

TEST_F(Transform, TooMuchIsRefused) {
  Limits small;
  small.message_bytes = 600;
  EXPECT_EQ(refusal([&] { annotate_pdf(file(two_pages()), {}, small); }), "too-large");
}

TEST(Request, ComesBackAsItWas) {
  const auto notes = decode_notes(encode_notes({note_on(3, {{1, 2, 3, 4}, {5, 6, 7, 8}}), note_on(1, {})}));
  ASSERT_EQ(notes.size(), 2U);
  EXPECT_EQ(notes[0].page, 3U);
  EXPECT_EQ(notes[0].text, "写为 92.83%，应为 98.23%。");
  ASSERT_EQ(notes[0].boxes.size(), 2U);
  EXPECT_EQ(notes[0].boxes[1].y1, 8);
  const auto whole = framed("request") + "file";
  EXPECT_EQ(unframed(whole).request, "request");
  EXPECT_EQ(unframed(whole).file, "file");
}

TEST(Request, CutOffOrLongerIsNone) {
  const std::string good = encode_notes({note_on(3, {{1, 2, 3, 4}})});
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_THROW(decode_notes(good.substr(0, size)), Unreadable) << size;
  EXPECT_THROW(decode_notes(good + "x"), Unreadable);
  EXPECT_THROW(unframed(std::string(8, '\xFF')), Unreadable);
}

TEST(Pictures, AreBelievedOnlyAsFarAsTheyWereAskedFor) {
  const std::string jpeg = "\xFF\xD8\xFFx";
  const auto told = [](const std::vector<formats::PagePicture>& pictures) {
    return decode_pictures(encode_pictures(pictures), {1, 2, 5}).size();
  };
  EXPECT_EQ(told({{1, 595, 842, jpeg}, {5, 595, 842, jpeg}}), 2U);
  EXPECT_THROW(told({{3, 595, 842, jpeg}}), Unreadable);                       // not asked for
  EXPECT_THROW(told({{5, 595, 842, jpeg}, {1, 595, 842, jpeg}}), Unreadable);  // out of order
  EXPECT_THROW(told({{1, 595, 842, jpeg}, {1, 595, 842, jpeg}}), Unreadable);  // twice
  EXPECT_THROW(told({{1, 595, 842, "<svg>"}}), Unreadable);
  EXPECT_THROW(told({{1, -1, 842, jpeg}}), Unreadable);
  EXPECT_THROW(told({{1, 595, 1e300, jpeg}}), Unreadable);
}

}  // namespace
}  // namespace mingzhang::reader
