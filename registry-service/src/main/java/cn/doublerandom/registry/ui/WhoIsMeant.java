package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.EntryNames;
import cn.doublerandom.registry.application.InspectorPerson;
import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.registry.application.Subjects;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who a request is about that names him by his code: whoever decides reads the name, and what else
 * tells one from another; of a person nobody else reads it.
 */
@RequestScoped
public class WhoIsMeant {
  private static final List<String> DECIDERS = List.of(Roles.APPROVER, Roles.REGISTRAR);

  private final Desk desk;
  private final Requests requests;
  private final Subjects subjects;
  private final Inspectors inspectors;
  private final EntryNames names;

  @Inject
  WhoIsMeant(
      Desk desk, Requests requests, Subjects subjects, Inspectors inspectors, EntryNames names) {
    this.desk = desk;
    this.requests = requests;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.names = names;
  }

  /** Whether the reader may read names and numbers he decides on. */
  boolean decides() {
    return requests.person().isOneOf(DECIDERS);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  /** A subject; of a code the register does not know the code. */
  Uni<List<RequestFact>> subject(String code) {
    RequestFacts said = RequestFacts.of(desk);
    return subjects
        .one(code, decides(), today())
        .map(shown -> of(shown.details(), said))
        .onFailure(ProblemException.class)
        .recoverWithItem(List.of(said.one("编码", code)));
  }

  private static List<RequestFact> of(SubjectDetails entry, RequestFacts said) {
    List<RequestFact> facts = new ArrayList<>();
    facts.add(said.one("编码", entry.id()));
    facts.add(said.one("名称", entry.name()));
    facts.add(said.kind(entry.kind()));
    if (!entry.address().isEmpty()) {
      facts.add(said.one("住所", entry.address()));
    }
    return facts;
  }

  /** An inspector. */
  Uni<List<RequestFact>> inspector(String number) {
    RequestFacts said = RequestFacts.of(desk);
    return inspectors
        .one(number, decides(), today())
        .map(opened -> of(decides() ? opened.person() : opened.person().masked(), said));
  }

  private static List<RequestFact> of(InspectorPerson person, RequestFacts said) {
    InspectorDetails entry = person.details();
    return List.of(
        said.one("编号", entry.id()),
        said.one("姓名", person.name()),
        said.one("单位", entry.unit()),
        said.one("执法证号", entry.certificate()));
  }

  /** An expert; his name is masked, as in the pool. */
  Uni<List<RequestFact>> expert(String number) {
    RequestFacts said = RequestFacts.of(desk);
    return names
        .of(Point.Directory.EXPERTS, List.of(number), today())
        .map(known ->
            List.of(said.one("编号", number), said.one("姓名", known.getOrDefault(number, ""))));
  }

  /** What many are called, by code; persons masked: the page of each tells who decides. */
  Uni<Map<String, String>> called(Point.Directory directory, List<String> codes) {
    return names.of(directory, codes, today());
  }
}
