package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The officers the registry told of, as rows. */
@ApplicationScoped
class OfficerView implements OfficerDirectory {
  private final Documents<KnownOfficerRow, KnownOfficer> rows =
      new Documents<>(KnownOfficerRow.class, "registry_inspector_view", KnownOfficer.class);

  @Inject Vitals vitals;

  @Override
  public CompletionStage<List<KnownOfficer>> among(List<String> officers) {
    return rows.among(officers);
  }

  @Override
  public CompletionStage<List<KnownOfficer>> fit(LocalDate day, int most) {
    requireRows();
    return rows.all(most)
        .thenApply(known ->
            known.stream().filter(officer -> officer.duty().obstacle(day).isEmpty()).toList());
  }

  /** Rows that are not made yet say nothing. */
  private void requireRows() {
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public CompletionStage<Map<String, String>> obstacles(List<String> officers, LocalDate day) {
    requireRows();
    return rows.among(officers)
        .thenApply(known -> {
          Map<String, String> obstacles = new HashMap<>();
          officers.forEach(officer -> obstacles.put(officer, UNKNOWN));
          known.forEach(officer ->
              officer
                  .duty()
                  .obstacle(day)
                  .ifPresentOrElse(
                      why -> obstacles.put(officer.id(), why),
                      () -> obstacles.remove(officer.id())));
          return obstacles;
        });
  }
}
