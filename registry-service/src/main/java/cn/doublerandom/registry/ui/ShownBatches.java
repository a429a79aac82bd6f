package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.registry.application.AskedRequests;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** What waits of a batch, as its page shows it. */
@RequestScoped
public class ShownBatches {
  private static final List<String> OF_ITEMS =
      List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER);

  private final Desk desk;
  private final Requests requests;
  private final AskedRequests asked;
  private final StatusRequests statuses;
  private final AbsenceRequests absences;
  private final InspectorDirectory inspectors;
  private final Items items;

  @Inject
  ShownBatches(
      Desk desk,
      Requests requests,
      AskedRequests asked,
      StatusRequests statuses,
      AbsenceRequests absences,
      InspectorDirectory inspectors,
      Items items) {
    this.desk = desk;
    this.requests = requests;
    this.asked = asked;
    this.statuses = statuses;
    this.absences = absences;
    this.inspectors = inspectors;
    this.items = items;
  }

  Uni<ShownBatch> statuses(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    return statuses
        .waiting(batch, "", ShownBatch.MOST + 1, false)
        .map(rows -> rows.stream().map(row -> line(row.entry(), said)).toList())
        .flatMap(lines -> shown(batch, lines, three("status", batch)));
  }

  private static ShownBatch.Line line(SubjectDirectory.Entry entry, AskedInWords said) {
    Subject.StatusAsked asked = Objects.requireNonNull(entry.statusAsked());
    boolean enters = asked.asksStatus() && entry.details().status() == SubjectStatus.UNCONFIRMED;
    return new ShownBatch.Line(
        enters ? "entry" : "status",
        entry.details().name(),
        RegistryPlaces.request("status", entry.details().id()),
        said.of(asked, entry.details().status()),
        List.copyOf(asked.touchedBy()));
  }

  Uni<ShownBatch> absences(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    return absences
        .waiting(batch, "", ShownBatch.MOST + 1, false)
        .map(rows ->
            rows.stream()
                .map(row -> {
                  String id = row.entry().details().id();
                  var absence = Objects.requireNonNull(row.entry().absenceAsked());
                  return new ShownBatch.Line(
                      "absence",
                      id,
                      RegistryPlaces.request("absences", id),
                      said.of(absence),
                      List.of(absence.by()));
                })
                .toList())
        .flatMap(lines -> shown(batch, lines, three("absence", batch)));
  }

  Uni<ShownBatch> recusals(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    return Uni.createFrom()
        .completionStage(() -> inspectors.recusalsAsked(batch, "", ShownBatch.MOST + 1))
        .map(rows ->
            rows.stream()
                .flatMap(row ->
                    row.recusalsAsked().stream()
                        .filter(recusal -> recusal.batch().equals(batch))
                        .map(recusal ->
                            new ShownBatch.Line(
                                recusal.revokes() ? "recusal-revoked" : "recusal",
                                row.details().id(),
                                RegistryPlaces.request(
                                    "recusals", row.details().id(), recusal.recusal().subject()),
                                said.of(recusal),
                                List.of(recusal.by()))))
                .toList())
        .flatMap(lines -> shown(batch, lines, three("recusal", batch)));
  }

  Uni<ShownBatch> renamings(String batch) {
    return items
        .renamings(batch, "", ShownBatch.MOST + 1)
        .map(rows ->
            rows.stream()
                .map(row ->
                    new ShownBatch.Line(
                        "renaming",
                        row.details().code(),
                        RegistryPlaces.request("renamings", row.details().code()),
                        row.details().name()
                            + " → "
                            + Objects.requireNonNull(row.renaming()).name(),
                        List.of()))
                .toList())
        .flatMap(lines ->
            shown(
                batch,
                lines,
                RequestActs.ofTwo(
                    RegistryPlaces.request("batches", "renaming", batch), OF_ITEMS, OF_ITEMS)));
  }

  private static RequestActs three(String family, String batch) {
    return RequestActs.ofThree(
        RegistryPlaces.request("batches", family, batch),
        List.of(Roles.APPROVER),
        List.of(Roles.REGISTRAR));
  }

  /** What is not shown is counted with the list that leads here. */
  private Uni<ShownBatch> shown(String batch, List<ShownBatch.Line> lines, RequestActs acts) {
    return lines.size() <= ShownBatch.MOST
        ? Uni.createFrom().item(ShownBatch.of(batch, lines, lines.size(), acts))
        : asked
            .count(batch, BusinessClock.day(requests.now()))
            .map(count -> ShownBatch.of(batch, lines, count, acts));
  }
}
