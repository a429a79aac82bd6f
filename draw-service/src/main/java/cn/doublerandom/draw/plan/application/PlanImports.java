package cn.doublerandom.draw.plan.application;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanPicture;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanSheet;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTableReader;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Plan tables as somebody brings them: read, looked at, taken. Reading blocks. */
@ApplicationScoped
public class PlanImports {
  private final PlanPapers documents;
  private final Plans plans;

  @Inject
  PlanImports(PlanPapers documents, Plans plans) {
    this.documents = documents;
    this.plans = plans;
  }

  /**
   * A file as it was read.
   *
   * @param picture the table with what was read below each cell
   */
  public record Seen(PlanReading reading, PlanPicture picture) {}

  /**
   * Reads a file.
   *
   * @param year of the plan, where its sender says one
   * @param decisions answers to questions of an earlier reading of the same file
   */
  public PlanReading read(byte[] file, @Nullable Integer year, List<PlanTable.Decision> decisions)
      throws IOException {
    return reading(documents.sheet(file), year, decisions);
  }

  /** The same with the table as people know it. */
  public Seen see(byte[] file, @Nullable Integer year, List<PlanTable.Decision> decisions)
      throws IOException {
    PlanSheet sheet = documents.sheet(file);
    PlanReading reading = reading(sheet, year, decisions);
    return new Seen(reading, PlanPicture.of(sheet, reading, decisions));
  }

  private static PlanReading reading(
      PlanSheet sheet, @Nullable Integer year, List<PlanTable.Decision> decisions) {
    return PlanTableReader.read(
        sheet, year == null ? OptionalInt.empty() : OptionalInt.of(year), decisions);
  }

  /**
   * The table, where it can be taken as it is.
   *
   * @throws ProblemException with everything that stands against it, by row and column
   */
  public static PlanTable required(PlanReading reading) {
    PlanTable table = reading.table();
    if (table != null) {
      return table;
    }
    List<Problem.FieldError> errors = new ArrayList<>();
    reading
        .faults()
        .forEach(f ->
            errors.add(new Problem.FieldError(place(f.column()), f.row(), f.code(), f.text())));
    reading.questions().stream()
        .filter(PlanReading.Question::blocking)
        .forEach(q ->
            errors.add(new Problem.FieldError(place(q.column()), q.row(), q.code(), q.text())));
    throw new ProblemException(
        PlanRejection.PLAN_TABLE_REFUSED, errors, Map.of("faults", errors.size()));
  }

  /** Where no column is meant, all of the row is. */
  private static String place(String column) {
    return column.isEmpty() ? "整行" : column;
  }

  /** Proposes a table in place of the published one; one of another year is no adjustment of it. */
  public Uni<Handled<PlanEvent, AnnualPlan>> propose(
      String planKey, PlanTable table, String reason, CommandContext context) {
    return plans
        .key(table)
        .flatMap(key -> {
          // The address names the year once more; a table of another is no adjustment of it.
          if (!planKey.equals(key)) {
            throw new ProblemException(PlanRejection.PLAN_TABLE_REFUSED);
          }
          return plans.propose(planKey, table, reason, context);
        });
  }
}
