package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanColumn;
import cn.doublerandom.draw.plan.PlanPicture;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.application.PlanImports;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.pagekit.FilledForm;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as the page that asks about it shows it.
 *
 * @param notes what stands around it
 * @param whole what is asked of no row
 * @param unknown heads nobody knows, in one line
 * @param ready whether it can be taken as it is
 * @param questions places that must be answered
 * @param wrong places that are wrong
 */
@TemplateData
public record ReadTable(
    List<String> notes,
    List<String> heads,
    List<Line> lines,
    List<Asked> whole,
    String unknown,
    boolean ready,
    int questions,
    int wrong) {

  /**
   * @param heading whether it is a head that comes again
   * @param more what is asked of the row beside its cells
   */
  @TemplateData
  public record Line(int row, boolean heading, List<Cell> cells, List<Asked> more) {}

  /**
   * @param reading what was made of it; empty where it is taken as it stands
   * @param undecided whether what was made of it is a question still
   * @param look wrong, ask or plain
   */
  @TemplateData
  public record Cell(
      String text,
      String head,
      String reading,
      boolean undecided,
      String look,
      boolean merged,
      Asked asked) {}

  /**
   * One place that wants something.
   *
   * @param head of its column; empty for the whole row
   * @param said what is wrong or asked
   * @param answerable whether something can be written here
   * @param suggestion may be empty
   * @param typed what was written
   * @param chosen what was chosen of what was offered
   * @param answered what holds of it by now; empty where nobody answered
   * @param fault what was refused of the answer itself
   */
  @TemplateData
  public record Asked(
      String name,
      String head,
      List<String> said,
      boolean quiet,
      boolean wrong,
      boolean blocking,
      boolean answerable,
      String suggestion,
      String typed,
      String chosen,
      String answered,
      String fault) {}

  /** How a person says that a cell means nothing, as the reader of tables knows it. */
  static final String NOTHING = "无";

  static ReadTable of(PlanImports.Seen seen, Terms terms, FilledForm form) {
    PlanPicture picture = seen.picture();
    PlanReading reading = seen.reading();
    List<Line> lines = new ArrayList<>();
    for (PlanPicture.Line line : picture.lines()) {
      lines.add(line(line, terms, form));
    }
    List<PlanPicture.Place> places = picture.places();
    return new ReadTable(
        picture.notes(),
        picture.heads(),
        lines,
        picture.whole().stream().map(place -> asked(place, terms, form)).toList(),
        terms.listed(reading.unknownColumns()),
        reading.table() != null,
        (int) places.stream().filter(p -> p.isBlocking() && p.faults().isEmpty()).count(),
        (int) places.stream().filter(p -> !p.faults().isEmpty()).count());
  }

  private static Line line(PlanPicture.Line line, Terms terms, FilledForm form) {
    return new Line(
        line.row(),
        line.isHead(),
        line.cells().stream().map(cell -> cell(cell, line.read(), terms, form)).toList(),
        line.more().stream().map(place -> asked(place, terms, form)).toList());
  }

  private static Cell cell(
      PlanPicture.Cell cell, PlanReading.@Nullable ReadRow read, Terms terms, FilledForm form) {
    PlanColumn column = cell.column();
    return new Cell(
        cell.text(),
        cell.head(),
        read == null ? "" : terms.reading(column, read),
        read != null
            && (column == PlanColumn.QUOTA || column == PlanColumn.TARGET)
            && read.quota() != null
            && read.quota().quota() instanceof Quota.Unspecified,
        cell.place().faults().isEmpty() ? cell.place().isQuiet() ? "plain" : "ask" : "wrong",
        cell.merged(),
        asked(cell.place(), terms, form));
  }

  private static Asked asked(PlanPicture.Place place, Terms terms, FilledForm form) {
    String fault = form.fault(place.name());
    return new Asked(
        place.name(),
        place.head().isEmpty() ? "" : terms.head(place.head()),
        terms.doubts(place),
        place.isQuiet() && place.answered().isEmpty() && fault.isEmpty(),
        !place.faults().isEmpty(),
        place.isBlocking(),
        PlanPicture.headOf(place.column()).isPresent(),
        place.suggestion(),
        typed(form, place),
        form.value(Brought.CHOSEN + place.name()),
        place.answered(),
        fault);
  }

  /** What was chosen stands where it is typed once it was read: what is offered is gone by then. */
  private static String typed(FilledForm form, PlanPicture.Place place) {
    String typed = Brought.typed(form, place);
    return typed.isEmpty() && !place.answered().isEmpty()
        ? form.value(Brought.CHOSEN + place.name())
        : typed;
  }

  /** What is wrong and asked, for the list at the top; each with a link to its place. */
  public List<FilledForm.Fault> faults() {
    List<FilledForm.Fault> all = new ArrayList<>();
    whole.forEach(one -> add(one, all));
    lines.forEach(line -> {
      line.cells().forEach(cell -> add(cell.asked(), all));
      line.more().forEach(one -> add(one, all));
    });
    return all;
  }

  private static void add(Asked asked, List<FilledForm.Fault> all) {
    if (asked.blocking()) {
      asked.said().forEach(text -> all.add(new FilledForm.Fault(asked.name(), text)));
    }
  }
}
