package cn.doublerandom.servicekit.table;

/** What kind of file it is that is refused, as its sender calls it. */
enum FileKind {
  WORKBOOK("Excel 工作簿（xlsx）", "xlsx"),
  DOCUMENT("Word 文档（docx）", "docx");

  private final String text;
  private final String ending;

  FileKind(String text, String ending) {
    this.text = text;
    this.ending = ending;
  }

  String text() {
    return text;
  }

  boolean isNamedIn(String sentence) {
    return sentence.contains(ending);
  }
}
