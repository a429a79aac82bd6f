package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.text.DayText;
import cn.doublerandom.servicekit.text.TextGuard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One row being read; a faulty cell is noted and a stand-in returned, so that reading goes on. */
public final class TableRow {
  private static final int DATE_LENGTH = 40;

  private final int number;
  private final List<TableCell> cells;
  private final Map<String, Integer> columns;
  private final List<RowFault> faults = new ArrayList<>();
  private final List<RowFault> notes = new ArrayList<>();

  TableRow(int number, List<TableCell> cells, Map<String, Integer> columns) {
    this.number = number;
    this.cells = cells;
    this.columns = columns;
  }

  List<RowFault> faults() {
    return List.copyOf(faults);
  }

  List<RowFault> notes() {
    return notes;
  }

  /** Whether the file has a column of this head. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Whether the file has a column of this head and something visible stands in it. */
  public boolean says(String column) {
    return !Table.clean(cell(column).text()).isEmpty();
  }

  private TableCell cell(String column) {
    int index = columns.getOrDefault(column, Integer.MAX_VALUE);
    return index < cells.size() ? cells.get(index) : TableCell.EMPTY;
  }

  /**
   * The cell without surrounding space and without what nobody can see, in NFC; empty where there
   * is none.
   */
  public String text(String column, int maxLength) {
    return text(column, maxLength, TextGuard::offenceInLine);
  }

  private String text(
      String column, int maxLength, Function<String, Optional<TextGuard.Offence>> guard) {
    TableCell cell = cell(column);
    if (isUnusable(column, cell)) {
      return "";
    }
    if (cell.held() != null) {
      say(
          column,
          "digits-not-shown",
          "此格只显示“%s”，所存的是 %s，按所显示的读取。".formatted(cell.text(), cell.held()));
    }
    String clean = Table.clean(cell.text());
    checkText(column, cell.text(), clean, maxLength, guard);
    sayHidden(column, cell.text());
    return clean;
  }

  private boolean isUnusable(String column, TableCell cell) {
    if (cell.kind() == TableCell.Kind.LOST) {
      lost(column);
      return true;
    } else if (cell.kind() == TableCell.Kind.ERROR) {
      fault(column, "cell-error", cell.errorText());
      return true;
    }
    return false;
  }

  private void checkText(
      String column,
      String typed,
      String clean,
      int maxLength,
      Function<String, Optional<TextGuard.Offence>> guard) {
    if (clean.codePointCount(0, clean.length()) > maxLength) {
      fault(column, "too-long", "最多 " + maxLength + " 个字。");
    }
    // Line breaks at the ends are noise of the spreadsheet; inside a cell they hide a second line.
    guard
        .apply(clean)
        .or(() -> TextGuard.unreadable(typed))
        .ifPresent(offence -> fault(column, offence.fault().code(), offence.text()));
  }

  private void sayHidden(String column, String typed) {
    TextGuard.hidden(typed).stream()
        .findFirst()
        .ifPresent(first -> say(column, "hidden-character", first.text() + first.fate()));
  }

  public String required(String column, int maxLength) {
    int before = faults.size();
    String cell = text(column, maxLength);
    if (cell.isEmpty() && faults.size() == before) {
      fault(column, "missing", "不能为空。");
    }
    return cell;
  }

  /**
   * A code, number or certificate as it is meant: narrow signs, no space, nothing unseen. One whose
   * digits a spreadsheet lost is refused, and so is the number of a resident; empty where there is
   * none.
   */
  public String code(String column, int maxLength) {
    TableCell cell = cell(column);
    if (isUnusable(column, cell)) {
      return "";
    } else if (cell.day() != null) {
      fault(column, "not-a-code", "此格是日期，不是编码，请改为文本后重填。");
      return "";
    }
    String typed = SafeCell.restored(cell.text());
    String meant = CodeText.meant(typed);
    boolean isResident = CodeText.isResidentNumber(meant);
    checkText(
        column,
        typed,
        meant,
        maxLength,
        isResident ? TextGuard::unreadableInLine : TextGuard::offenceInLine);
    sayHidden(column, typed);
    if (CodeText.hasLostDigits(meant)) {
      lost(column);
      return "";
    } else if (isResident) {
      fault(column, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
    } else if (CodeText.holdsSeparator(meant)) {
      fault(column, CodeText.SEPARATOR, CodeText.SEPARATOR_TEXT);
    }
    return meant;
  }

  public String requiredCode(String column, int maxLength) {
    int before = faults.size();
    String code = code(column, maxLength);
    if (code.isEmpty() && faults.size() == before) {
      fault(column, "missing", "不能为空。");
    }
    return code;
  }

  /**
   * A number a register gave itself, such as JC001: one or two digits alone are what is left of
   * 001.
   */
  public String ownNumber(String column, int maxLength) {
    String code = requiredCode(column, maxLength);
    if (code.matches("[0-9]{1,2}")) {
      fault(column, "digits-lost", "“" + code + "”可能丢失了前面的 0 或字母，请以文本填写完整编号，例如 00" + code + "。");
      return "";
    }
    return code;
  }

  /** The number of a document as it is printed, which a spreadsheet may not have computed with. */
  public String documentNumber(String column, int maxLength) {
    String text = required(column, maxLength);
    if (CodeText.hasLostDigits(CodeText.meant(text))) {
      lost(column);
    }
    return text;
  }

  private void lost(String column) {
    fault(column, "digits-lost", "表格软件把长编码当作数字存储，末位已丢失，请改为文本后重填。");
  }

  /** One of the listed words, as the value it stands for. */
  public <V> V oneOf(String column, Map<String, V> listed) {
    return oneOf(column, listed, ListedWords.sorted(listed));
  }

  /**
   * @param told the words that are meant, in the order in which they are told; others are read too
   */
  public <V> V oneOf(String column, Map<String, V> listed, List<String> told) {
    return ListedWords.read(this, column, required(column, 100), listed, told);
  }

  /** One of the listed words; where the cell is empty, the value given. */
  public <V> V oneOf(String column, Map<String, V> listed, V empty) {
    String cell = text(column, 100);
    return cell.isEmpty()
        ? empty
        : ListedWords.read(this, column, cell, listed, ListedWords.sorted(listed));
  }

  public LocalDate date(String column) {
    int before = faults.size();
    if (!says(column) && !isUnusable(column, cell(column))) {
      fault(column, "missing", "不能为空。");
    }
    return faults.size() > before ? LocalDate.EPOCH : day(column);
  }

  /** A day; where the cell is empty, the one given. */
  public LocalDate date(String column, LocalDate empty) {
    return says(column) ? day(column) : empty;
  }

  /**
   * A day that has been when it is recorded.
   *
   * @param recorded the day of the recording
   */
  public LocalDate pastDate(String column, LocalDate recorded) {
    LocalDate day = date(column);
    DayText.notYet(day, recorded).ifPresent(text -> fault(column, DayText.IN_FUTURE, text));
    return day;
  }

  private LocalDate day(String column) {
    TableCell cell = cell(column);
    LocalDate held = cell.day();
    if (isUnusable(column, cell)) {
      return LocalDate.EPOCH;
    } else if (held != null && cell.kind() == TableCell.Kind.MONTH) {
      say(column, "day-not-shown", "此格只显示“" + cell.text() + "”，按所存的 " + held + " 读取。");
    }
    String text = held == null ? text(column, DATE_LENGTH) : held.toString();
    return switch (DayText.read(text)) {
      case DayText.Reading.Read(LocalDate day) -> day;
      case DayText.Reading.Refused(String code, String reason) -> {
        fault(column, code, reason);
        yield LocalDate.EPOCH;
      }
    };
  }

  /** A whole number within bounds; where the cell is empty, the one given. */
  public int integer(String column, int least, int most, int empty) {
    int before = faults.size();
    String cell = CodeText.meant(text(column, WholeText.LENGTH));
    if (cell.isEmpty() || faults.size() > before) {
      return empty;
    }
    return switch (WholeText.read(cell, least, most)) {
      case WholeText.Reading.Read(int whole) -> whole;
      case WholeText.Reading.Refused(String code, String reason) -> {
        fault(column, code, reason);
        yield empty;
      }
    };
  }

  /** Words separated by 、 or ; without empty ones, ascending. */
  public List<String> list(String column, int maxLength) {
    return ListedWords.of(text(column, maxLength));
  }

  /**
   * The same of a person's own, which is sealed with the person's key: among them a number of a
   * resident may stand, as the number of a 从业资格证 is one.
   */
  public List<String> sealedList(String column, int maxLength) {
    return ListedWords.of(text(column, maxLength, TextGuard::unreadableInLine));
  }

  public void fault(String column, String code, String text) {
    var fault = new RowFault(number, column, code, text);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** Whether something was found wrong with a cell, by code. */
  public boolean isFaulty(String column, String code) {
    return faults.stream().anyMatch(f -> f.column().equals(column) && f.code().equals(code));
  }

  /** Something was taken otherwise than it stands. */
  public void say(String column, String code, String text) {
    var note = new RowFault(number, column, code, text);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }
}
