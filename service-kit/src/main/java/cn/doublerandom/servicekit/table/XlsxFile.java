package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The rows of the sheets of an xlsx that can be seen, one at a time, cells as they are shown. A
 * hidden sheet is no part of the table; rows and columns hidden in a sheet are read like the
 * others, and all three are named.
 */
final class XlsxFile {
  private static final String TYPES = "[Content_Types].xml";
  private static final int MAX_TYPES = 64 * 1024;
  private static final int LETTERS = 26;
  private static final int MAX_LETTERS = 3; // XFD, the last column a spreadsheet has
  private static final int MAX_DIGITS = 64;
  private static final int MAX_ZEROS = 330;
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

  private final OfficeFile file;
  private final XlsxParts parts;
  private final TableFile.Visitor visitor;
  private int number;

  private XlsxFile(OfficeFile file, XlsxParts parts, TableFile.Visitor visitor) {
    this.file = file;
    this.parts = parts;
    this.visitor = visitor;
  }

  static void read(Path path, TableFile.Visitor visitor) throws UnreadableTable, IOException {
    try (OfficeFile file = opened(path)) {
      XlsxParts parts = parts(file);
      file.time().begin();
      new XlsxFile(file, parts, visitor).sheets();
    }
  }

  private static OfficeFile opened(Path path) throws UnreadableTable {
    try {
      return OfficeFile.open(path);
    } catch (IOException e) {
      throw new UnreadableTable(0, "not-xlsx", "文件已损坏，不是 xlsx 工作簿。");
    }
  }

  /** What is around the rows; the sheets are judged before any of their rows is taken. */
  private static XlsxParts parts(OfficeFile file) throws UnreadableTable {
    try {
      requireWorkbook(file);
      return XlsxParts.of(file);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw file.time().isOver()
          ? ReadingTime.tooSlow()
          : new UnreadableTable(0, "not-xlsx", "工作簿无法打开。");
    }
  }

  private static void requireWorkbook(OfficeFile file) throws IOException, UnreadableTable {
    if (!file.has(TYPES)) {
      throw new UnreadableTable(0, "not-xlsx", "这是压缩包，不是 xlsx 工作簿。");
    }
    String said = new String(file.begin(TYPES, MAX_TYPES), StandardCharsets.UTF_8);
    if (said.contains("macroEnabled")) {
      throw new UnreadableTable(0, "macros", "不接受带宏的工作簿，请另存为 xlsx。");
    } else if (!said.contains("spreadsheetml")) {
      throw new UnreadableTable(0, "not-xlsx", "这不是 xlsx 工作簿。");
    }
  }

  private void sheets() throws UnreadableTable, IOException {
    parts.hidden().forEach(visitor::leftOut);
    for (int i = 0; i < parts.sheets().size(); i++) {
      XlsxParts.Sheet sheet = parts.sheets().get(i);
      visitor.sheet(sheet.name());
      number = i * RowFault.SHEET;
      sheet(sheet);
    }
  }

  /** What the visitor throws is no fault of the file and passes through. */
  private void sheet(XlsxParts.Sheet sheet) throws UnreadableTable, IOException {
    int before = number;
    XMLStreamReader xml = opened(sheet);
    boolean wanted = true;
    var unseen = new UnseenParts(sheet.name());
    while (advance(xml)) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      Awaited.check();
      String element = xml.getLocalName();
      if (element.equals("sheetFormatPr")) {
        unseen.usually(xml);
      } else if (element.equals("col")) {
        unseen.column(xml);
      } else if (element.equals("row")) {
        boolean isHidden = unseen.isUnseenRow(xml);
        List<TableCell> cells = row(xml, before);
        unseen.row(number - before, cells, isHidden);
        wanted = TableFile.isBlank(cells) || taken(cells);
      } else if (element.equals("mergeCell") && wanted) {
        merge(XlsxParts.attribute(xml, "ref"), before);
      }
      if (!wanted) {
        return;
      }
    }
    unseen.notes().forEach(visitor::unseen);
  }

  private boolean taken(List<TableCell> cells) throws IOException {
    file.time().pause();
    boolean goesOn = visitor.row(number, cells);
    file.time().goOn();
    return goesOn;
  }

  private XMLStreamReader opened(XlsxParts.Sheet sheet) throws UnreadableTable {
    try {
      return file.open(sheet.path(), OfficeFile.Use.SHEET);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new UnreadableTable(0, "not-xlsx", "工作表“" + sheet.name() + "”无法打开。");
    }
  }

  /** The parser reports broken XML with whatever it likes. */
  private boolean advance(XMLStreamReader xml) throws UnreadableTable {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      xml.next();
      return true;
    } catch (XMLStreamException | RuntimeException e) {
      throw broken();
    }
  }

  private UnreadableTable broken() {
    return file.time().isOver()
        ? ReadingTime.tooSlow()
        : new UnreadableTable(number + 1, "not-xlsx", "工作簿在此处无法读取。");
  }

  private List<TableCell> row(XMLStreamReader xml, int before) throws UnreadableTable {
    String said = XlsxParts.attribute(xml, "r");
    number = said.matches("[0-9]{1,7}") ? before + Integer.parseInt(said) : number + 1;
    List<TableCell> cells = new ArrayList<>();
    try {
      while (xml.next() != XMLStreamConstants.END_ELEMENT) {
        if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("c")) {
            cell(xml, cells);
          } else {
            skip(xml);
          }
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      throw broken();
    }
    return cells;
  }

  private void cell(XMLStreamReader xml, List<TableCell> cells)
      throws XMLStreamException, UnreadableTable {
    int column = column(XlsxParts.attribute(xml, "r"), cells.size());
    TableCell cell = cell(xml);
    if (column >= TableFile.MAX_COLUMNS && !cell.isBlank()) {
      throw new UnreadableTable(number, "too-many-columns", "最多 " + TableFile.MAX_COLUMNS + " 列。");
    }
    while (cells.size() < Math.min(column, TableFile.MAX_COLUMNS)) {
      cells.add(TableCell.EMPTY);
    }
    if (column < cells.size()) {
      cells.set(column, cell);
    } else if (column < TableFile.MAX_COLUMNS) {
      cells.add(cell);
    }
  }

  /** From 0; where the cell does not say it, the next one. */
  private static int column(String reference, int next) throws UnreadableTable {
    int column = 0;
    int i = 0;
    while (i < reference.length() && Character.isLetter(reference.charAt(i))) {
      if (i == MAX_LETTERS) {
        throw new UnreadableTable(0, "too-many-columns", "列数超出电子表格的范围。");
      }
      column = column * LETTERS + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
      i++;
    }
    return i == 0 ? next : column - 1;
  }

  private TableCell cell(XMLStreamReader xml) throws XMLStreamException, UnreadableTable {
    String type = XlsxParts.attribute(xml, "t");
    String style = XlsxParts.attribute(xml, "s");
    String value = "";
    boolean hasValue = false;
    boolean isFormula = false;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "v" -> {
            value = XmlText.plain(xml);
            hasValue = true;
          }
          case "is" -> {
            value = XmlText.rich(xml);
            hasValue = true;
          }
          case "f" -> {
            isFormula = true;
            skip(xml);
          }
          default -> skip(xml);
        }
      }
    }
    // Programs that write formulas leave the value out, or empty: nobody has computed it yet.
    if (isFormula && value.isBlank() && !type.equals("str")) {
      return TableCell.of(TableCell.Kind.ERROR, "没有存下结果的公式，请在表格软件中重新计算并保存");
    }
    TableCell cell = hasValue ? cell(type, style, value) : TableCell.EMPTY;
    if (cell.text().length() > TableFile.MAX_CELL) {
      throw new UnreadableTable(number, "too-long", "此行或其中一格过长。");
    }
    return cell;
  }

  private TableCell cell(String type, String style, String value) throws UnreadableTable {
    return switch (type) {
      case "s" -> TableCell.text(parts.texts().get(Integer.parseInt(value.strip())));
      case "inlineStr" -> TableCell.text(value);
      case "str" -> TableCell.text(XmlText.unescaped(value));
      case "b" ->
          TableCell.of(
              TableCell.Kind.ERROR,
              "逻辑值 " + (value.strip().equals("1") ? "TRUE" : "FALSE") + "，不是文字");
      case "e" -> TableCell.of(TableCell.Kind.ERROR, value.strip());
      case "d" -> NumberShown.iso(value.strip());
      default -> number(style, value.strip());
    };
  }

  private TableCell number(String style, String value) throws UnreadableTable {
    if (value.isEmpty()) {
      return TableCell.EMPTY;
    }
    int at = style.matches("[0-9]{1,6}") ? Integer.parseInt(style) : 0;
    NumberShown format =
        at < parts.formats().size() ? parts.formats().get(at) : NumberShown.GENERAL;
    return format.cell(read(value), parts.since1904());
  }

  /** Spreadsheets compute with doubles: 17 digits, and 308 zeros before or behind them. */
  private BigDecimal read(String value) throws UnreadableTable {
    BigDecimal read = value.length() <= MAX_DIGITS ? new BigDecimal(value) : null;
    if (read == null || Math.abs((long) read.precision() - read.scale()) > MAX_ZEROS) {
      throw new UnreadableTable(number, "number-out-of-range", "此行有一格的数字超出表格软件所能表示的范围。");
    }
    return read;
  }

  static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private void merge(String range, int before) throws UnreadableTable {
    Matcher m = RANGE.matcher(range);
    if (m.matches()) {
      visitor.merged(
          new TableFile.Merge(
              before + Integer.parseInt(m.group(2)),
              before + Integer.parseInt(m.group(4)),
              column(m.group(1), 0),
              Math.min(column(m.group(3), 0), TableFile.MAX_COLUMNS - 1)));
    }
  }
}
