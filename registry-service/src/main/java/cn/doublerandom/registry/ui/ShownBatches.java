package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** What waits of a batch, as its page shows it. */
@ApplicationScoped
public class ShownBatches {
  private static final List<String> OF_ITEMS =
      List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER);

  private final Desk desk;
  private final StatusRequests statuses;
  private final AbsenceRequests absences;
  private final InspectorDirectory inspectors;
  private final Items items;

  @Inject
  ShownBatches(
      Desk desk,
      StatusRequests statuses,
      AbsenceRequests absences,
      InspectorDirectory inspectors,
      Items items) {
    this.desk = desk;
    this.statuses = statuses;
    this.absences = absences;
    this.inspectors = inspectors;
    this.items = items;
  }

  Uni<ShownBatch> statuses(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    return statuses
        .waiting(batch, "", ShownBatch.MOST + 1, false)
        .map(rows ->
            ShownBatch.of(
                "status",
                batch,
                rows.stream()
                    .map(row -> {
                      var entry = row.entry();
                      var asked = Objects.requireNonNull(entry.statusAsked());
                      return new ShownBatch.Line(
                          entry.details().name(),
                          RegistryPlaces.request("status", entry.details().id()),
                          said.of(asked, entry.details().status()),
                          List.copyOf(asked.touchedBy()));
                    })
                    .toList(),
                RequestActs.ofThree(
                    RegistryPlaces.request("batches", "status", batch),
                    List.of(Roles.APPROVER),
                    List.of(Roles.REGISTRAR))));
  }

  Uni<ShownBatch> absences(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    return absences
        .waiting(batch, "", ShownBatch.MOST + 1, false)
        .map(rows ->
            ShownBatch.of(
                "absence",
                batch,
                rows.stream()
                    .map(row -> {
                      String id = row.entry().details().id();
                      var asked = Objects.requireNonNull(row.entry().absenceAsked());
                      return new ShownBatch.Line(
                          id,
                          RegistryPlaces.request("absences", id),
                          said.of(asked),
                          List.of(asked.by()));
                    })
                    .toList(),
                RequestActs.ofThree(
                    RegistryPlaces.request("batches", "absence", batch),
                    List.of(Roles.APPROVER),
                    List.of(Roles.REGISTRAR))));
  }

  Uni<ShownBatch> recusals(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    return Uni.createFrom()
        .completionStage(() -> inspectors.recusalsAsked(batch, "", ShownBatch.MOST + 1))
        .map(rows ->
            ShownBatch.of(
                "recusal",
                batch,
                rows.stream()
                    .flatMap(row ->
                        row.recusalsAsked().stream()
                            .filter(asked -> asked.batch().equals(batch))
                            .map(asked ->
                                new ShownBatch.Line(
                                    row.details().id(),
                                    RegistryPlaces.request(
                                        "recusals", row.details().id(), asked.recusal().subject()),
                                    said.of(asked),
                                    List.of(asked.by()))))
                    .toList(),
                RequestActs.ofThree(
                    RegistryPlaces.request("batches", "recusal", batch),
                    List.of(Roles.APPROVER),
                    List.of(Roles.REGISTRAR))));
  }

  Uni<ShownBatch> renamings(String batch) {
    return items
        .renamings(batch, "", ShownBatch.MOST + 1)
        .map(rows ->
            ShownBatch.of(
                "renaming",
                batch,
                rows.stream()
                    .map(row ->
                        new ShownBatch.Line(
                            row.details().code(),
                            RegistryPlaces.request("renamings", row.details().code()),
                            row.details().name()
                                + " → "
                                + Objects.requireNonNull(row.renaming()).name(),
                            List.of()))
                    .toList(),
                RequestActs.ofTwo(
                    RegistryPlaces.request("batches", "renaming", batch), OF_ITEMS, OF_ITEMS)));
  }
}
