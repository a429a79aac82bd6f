package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class VisitView implements VisitDirectory {
  final Documents<VisitRow, VisitSummary> rows =
      new Documents<>(VisitRow.class, "visit_view", VisitSummary.class);

  private static final String OF_OFFICER =
      """
      SELECT bureau, id, body, state, not_held FROM own_visits_of(:account, :unit, :notHeld, :after, :most)
      WHERE bureau = :bureau ORDER BY id
      """;

  private static final String WAITING =
      "FROM own_waiting_visits(:account, :unit, :late) WHERE bureau = :bureau";

  @Override
  public CompletionStage<List<VisitSummary>> page(
      Officer reader, boolean notHeld, String after, int limit) {
    return switch (reader.reach()) {
      case BUREAU ->
          notHeld
              ? rows.where("notHeld = true and id > ?1", after, limit)
              : rows.page(after, limit);
      case UNIT, TEAM ->
          rows.select(
              OF_OFFICER,
              Map.of(
                  "after",
                  after,
                  "notHeld",
                  notHeld,
                  "account",
                  reader.account(),
                  "unit",
                  reader.unit().strip(),
                  "most",
                  limit),
              limit);
    };
  }

  @Override
  public CompletionStage<Waiting> waiting(String account, int limit) {
    return waiting(Map.of("account", account, "unit", "", "late", ""), limit);
  }

  @Override
  public CompletionStage<Waiting> late(Officer reader, LocalDate today, int limit) {
    String unit = reader.isOfBureau() ? "" : reader.unit().strip();
    if (!reader.isOfBureau() && SecondPerson.isNobody(unit)) {
      return CompletableFuture.completedFuture(new Waiting(List.of(), 0));
    }
    return waiting(Map.of("account", "", "unit", unit, "late", today.toString()), limit);
  }

  private CompletionStage<Waiting> waiting(Map<String, Object> whose, int limit) {
    return rows.select(
            "SELECT bureau, id, body, state, not_held " + WAITING + " ORDER BY waits_on, id",
            whose,
            limit)
        .thenCompose(first ->
            rows.value("SELECT count(*) " + WAITING, Long.class, whose)
                .thenApply(total -> new Waiting(first, total)));
  }

  @Override
  public CompletionStage<List<VisitSummary>> ofDraw(String drawId, int limit) {
    return rows.allWhere("id like ?1", drawId + "-%", limit)
        .thenApply(found -> found.stream().filter(v -> v.drawId().equals(drawId)).toList());
  }

  @Override
  public CompletionStage<List<VisitSummary>> open(String after, int limit) {
    return rows.where("state = 'FINISHED' and id > ?1", after, limit);
  }
}
