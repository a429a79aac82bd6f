package cn.doublerandom.publication.result;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded result as it was told.
 *
 * @param unit that inspected and recorded
 * @param dueOn last day for publication
 * @param codes of the subject, ascending
 * @param units of the team, any of which may publish; absent where they were not told
 * @param recordedBy account that recorded; absent in results from before it was told
 * @param inspectors numbers of the team, which are their accounts; absent in results of old
 * @param missingSignatures whose signature the record of the visit lacks, SUBJECT or the number of
 *     an inspector; absent where nobody's is, and in results from before it was told
 */
public record ResultContent(
    String resultId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    String unit,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional,
    List<String> codes,
    List<Finding> findings,
    @Nullable List<String> units,
    @Nullable String recordedBy,
    @Nullable List<String> inspectors,
    @Nullable List<String> missingSignatures) {
  public ResultContent {
    codes = List.copyOf(codes);
    findings = List.copyOf(findings);
    units = units == null ? null : List.copyOf(units);
    inspectors = inspectors == null ? null : List.copyOf(inspectors);
    missingSignatures = missingSignatures == null ? null : List.copyOf(missingSignatures);
  }

  /** Of a record everybody signed. */
  public ResultContent(
      String resultId,
      String drawId,
      String planId,
      String taskId,
      String subjectId,
      String unit,
      LocalDate finishedOn,
      LocalDate dueOn,
      boolean provisional,
      List<String> codes,
      List<Finding> findings,
      @Nullable List<String> units,
      @Nullable String recordedBy,
      @Nullable List<String> inspectors) {
    this(
        resultId,
        drawId,
        planId,
        taskId,
        subjectId,
        unit,
        finishedOn,
        dueOn,
        provisional,
        codes,
        findings,
        units,
        recordedBy,
        inspectors,
        null);
  }

  /** The units that inspected; where they were not told, the one that recorded. */
  public List<String> ofUnits() {
    return units == null || units.isEmpty() ? List.of(unit) : units;
  }

  /** Whether a unit was at the visit; one without a name is nobody. */
  public boolean isOf(String publishing) {
    return !SecondPerson.isNobody(publishing)
        && (SecondPerson.isSame(unit, publishing)
            || (units != null && SecondPerson.isAmong(publishing, units)));
  }

  /** Whether an account recorded the result. */
  public boolean isRecordedBy(String account) {
    return recordedBy != null && SecondPerson.isSame(recordedBy, account);
  }

  /** Whether an account inspected or recorded: who did does not judge his own work. */
  public boolean isOfTeam(String account) {
    return isRecordedBy(account)
        || (inspectors != null && SecondPerson.isAmong(account, inspectors));
  }

  /** The same with other findings. */
  ResultContent with(List<Finding> corrected, List<String> together) {
    return new ResultContent(
        resultId,
        drawId,
        planId,
        taskId,
        subjectId,
        unit,
        finishedOn,
        dueOn,
        provisional,
        together,
        corrected,
        units,
        recordedBy,
        inspectors,
        missingSignatures);
  }

  /** The same with another last day. */
  ResultContent due(LocalDate on, boolean isProvisional) {
    return new ResultContent(
        resultId,
        drawId,
        planId,
        taskId,
        subjectId,
        unit,
        finishedOn,
        on,
        isProvisional,
        codes,
        findings,
        units,
        recordedBy,
        inspectors,
        missingSignatures);
  }

  /** What was found for one item; the note stays inside the bureau. */
  public record Finding(String itemCode, String itemName, List<String> codes) {
    public Finding {
      codes = List.copyOf(codes);
    }
  }
}
