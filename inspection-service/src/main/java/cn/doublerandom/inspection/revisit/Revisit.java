package cn.doublerandom.inspection.revisit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit that is seen again.
 *
 * @param firstTeam who was there first
 * @param team who goes again, two
 * @param recordedBy who of them records; absent as long as nothing is recorded
 * @param findings in the order in which they were recorded
 * @param confirmed absent until the other one has confirmed
 */
public record Revisit(
    String visitId,
    String subjectId,
    List<String> firstTeam,
    List<String> team,
    @Nullable String recordedBy,
    List<RevisitFinding> findings,
    @Nullable Confirmed confirmed) {
  public Revisit {
    firstTeam = List.copyOf(firstTeam);
    team = List.copyOf(team);
    findings = List.copyOf(findings);
  }

  /**
   * The end of it; only from here on the first result is told beside the second.
   *
   * @param by the other of the team
   * @param first what the first team had found for the same items
   */
  public record Confirmed(String by, LocalDate on, List<RevisitFinding> first) {
    public Confirmed {
      first = List.copyOf(first);
    }
  }

  Revisit with(RevisitFinding finding, String by) {
    List<RevisitFinding> all = new ArrayList<>(findings);
    all.removeIf(one -> one.item().equals(finding.item()));
    all.add(finding);
    return new Revisit(visitId, subjectId, firstTeam, team, by, all, null);
  }

  Revisit with(Confirmed end) {
    return new Revisit(visitId, subjectId, firstTeam, team, recordedBy, findings, end);
  }

  /** How many items both have found the same for; none until it is confirmed. */
  public int agreed() {
    return confirmed == null
        ? 0
        : (int)
            confirmed.first().stream()
                .filter(one -> findings.stream().anyMatch(one::agreesWith))
                .count();
  }

  /** How many items are compared; none until it is confirmed. */
  public int compared() {
    return confirmed == null ? 0 : confirmed.first().size();
  }
}
