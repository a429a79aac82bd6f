package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.registry.application.AskedRequests;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import io.smallrye.mutiny.Multi;
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
  private final WhoIsMeant who;

  @Inject
  ShownBatches(
      Desk desk,
      Requests requests,
      AskedRequests asked,
      StatusRequests statuses,
      AbsenceRequests absences,
      InspectorDirectory inspectors,
      Items items,
      WhoIsMeant who) {
    this.desk = desk;
    this.requests = requests;
    this.asked = asked;
    this.statuses = statuses;
    this.absences = absences;
    this.inspectors = inspectors;
    this.items = items;
    this.who = who;
  }

  Uni<ShownBatch> statuses(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    RequestFacts facts = RequestFacts.of(desk);
    return statuses
        .waiting(batch, "", ShownBatch.MOST + 1, who.decides())
        .map(rows -> rows.stream().map(row -> line(row, said, facts)).toList())
        .flatMap(lines -> shown(batch, lines, three("status", batch)));
  }

  private static ShownBatch.Line line(
      StatusRequests.Waiting waiting, AskedInWords said, RequestFacts facts) {
    SubjectDirectory.Entry entry = waiting.entry();
    Subject.StatusAsked asked = Objects.requireNonNull(entry.statusAsked());
    boolean enters = asked.asksStatus() && entry.details().status() == SubjectStatus.UNCONFIRMED;
    return new ShownBatch.Line(
        enters ? "entry" : "status",
        entry.details().name(),
        RegistryPlaces.request("status", entry.details().id()),
        said.of(asked, entry.details().status()),
        StatusRequestPages.of(waiting, facts),
        List.copyOf(asked.touchedBy()));
  }

  Uni<ShownBatch> absences(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    RequestFacts facts = RequestFacts.of(desk);
    return absences
        .waiting(batch, "", ShownBatch.MOST + 1, who.decides())
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
                      AbsenceRequestPages.of(row, facts),
                      List.of(absence.by()));
                })
                .toList())
        .flatMap(lines -> shown(batch, lines, three("absence", batch)));
  }

  Uni<ShownBatch> recusals(String batch) {
    AskedInWords said = AskedInWords.of(desk);
    return Uni.createFrom()
        .completionStage(() -> inspectors.recusalsAsked(batch, "", ShownBatch.MOST + 1))
        .flatMap(rows ->
            OfRecusals.named(who, batch, rows)
                .map(names ->
                    rows.stream()
                        .flatMap(row -> names.lines(batch, row, said, RequestFacts.of(desk)))
                        .toList()))
        .flatMap(lines -> shown(batch, lines, three("recusal", batch)));
  }

  Uni<ShownBatch> renamings(String batch) {
    return items
        .renamings(batch, "", ShownBatch.MOST + 1)
        .flatMap(rows ->
            Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> renaming(row, RequestFacts.of(desk)))
                .collect()
                .asList())
        .flatMap(lines ->
            shown(
                batch,
                lines,
                RequestActs.ofTwo(
                    RegistryPlaces.request("batches", "renaming", batch), OF_ITEMS, OF_ITEMS)));
  }

  /** With all that its row changes: the name is only what makes it wait. */
  private Uni<ShownBatch.Line> renaming(ItemDirectory.Entry row, RequestFacts facts) {
    String code = row.details().code();
    return items
        .one(code)
        .map(loaded ->
            new ShownBatch.Line(
                "renaming",
                code,
                RegistryPlaces.request("renamings", code),
                row.details().name() + " → " + Objects.requireNonNull(row.renaming()).name(),
                loaded.state() instanceof InspectionItem.Claimed claimed
                    ? claimed
                        .renaming()
                        .map(asked ->
                            facts.changes(Items.changes(claimed.details(), asked.becomes())))
                        .orElse(List.of())
                    : List.of(),
                List.of()));
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
