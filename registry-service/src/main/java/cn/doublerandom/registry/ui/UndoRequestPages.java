package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.DrawnRows;
import cn.doublerandom.registry.application.Undos;
import cn.doublerandom.registry.drawn.DrawnSince;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.intake.UndoRejection;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The undo of an import that waits, or that broke off. */
@Path("/ui/requests/imports")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class UndoRequestPages {
  /** Entries that are named; of more it is said that there are more. */
  private static final int MOST_NAMED = 50;

  @Inject RequestDesk desk;
  @Inject Desk reader;
  @Inject Undos undos;
  @Inject DrawnRows drawn;
  @Inject IntakeDirectory imports;
  @Inject WhoIsMeant who;

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(request(id));
  }

  @POST
  @Path("/{id}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.IMPORT.of(id),
        form -> undos.approve(id, form.approval("approve-undo")),
        () -> request(id));
  }

  @POST
  @Path("/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.IMPORT.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return undos.decline(id, end.reason(), form.context(end));
        },
        () -> request(id));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.decide(
        body,
        RegistryStreams.IMPORT.of(id),
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return undos.withdraw(id, end.reason(), form.context(end));
        },
        () -> request(id));
  }

  private Uni<ShownRequest> request(String id) {
    return drawn
        .of(id)
        .flatMap(since ->
            undos
                .of(id)
                .flatMap(loaded ->
                    touched(id, loaded.state())
                        .map(entries ->
                            shown(id, loaded.state(), loaded.version(), since, entries))));
  }

  /** The first entries the table changed, with what they are called. */
  private Uni<List<RequestFact>> touched(String id, Intake intake) {
    IntakeKind kind =
        switch (intake) {
          case Intake.Open() -> null;
          case Intake.Taken taken -> taken.report().kind();
          case Intake.Undoing undoing -> undoing.report().kind();
          case Intake.Undone undone -> null;
        };
    if (kind == null) {
      return Uni.createFrom().item(List.of());
    }
    return Uni.createFrom()
        .completionStage(() -> imports.changed(id, "", MOST_NAMED + 1))
        .map(found -> found.stream().map(IntakeDirectory.Changed::entry).toList())
        .flatMap(codes -> who.called(directory(kind), codes).map(names -> touched(codes, names)));
  }

  private List<RequestFact> touched(List<String> codes, Map<String, String> names) {
    UndoWords said = reader.words(UndoWords.class);
    List<RequestFact> facts = new ArrayList<>();
    codes.stream()
        .limit(MOST_NAMED)
        .forEach(code ->
            facts.add(new RequestFact(said.touched(), code + " " + names.getOrDefault(code, ""))));
    if (codes.size() > MOST_NAMED) {
      facts.add(new RequestFact(said.touched(), said.andMore()));
    }
    return facts;
  }

  private static Point.Directory directory(IntakeKind kind) {
    return switch (kind) {
      case SUBJECTS, RISK_CLASSES -> Point.Directory.SUBJECTS;
      case INSPECTORS -> Point.Directory.INSPECTORS;
      case ITEMS -> Point.Directory.ITEMS;
    };
  }

  private ShownRequest shown(
      String id, Intake intake, long version, DrawnSince since, List<RequestFact> entries) {
    String at = RegistryPlaces.request("imports", id);
    List<String> deciders = List.of(Roles.APPROVER);
    return switch (intake) {
      case Intake.Open() -> throw new ProblemException(RegistryRejection.IMPORT_GONE);
      case Intake.Taken(var report, var asked) when asked == null ->
          throw new ProblemException(UndoRejection.UNDO_NOT_REQUESTED);
      case Intake.Taken(var report, var asked) ->
          shown(
              id,
              report,
              asked,
              "",
              version,
              since,
              entries,
              RequestActs.ofThree(at, deciders, List.of(Roles.REGISTRAR)));
      case Intake.Undoing(var report, var asked, var by) ->
          shown(
              id,
              report,
              asked,
              by,
              version,
              since,
              entries,
              RequestActs.ofOne(at, deciders, false));
      case Intake.Undone undone -> throw new ProblemException(UndoRejection.UNDO_DONE);
    };
  }

  private ShownRequest shown(
      String id,
      IntakeEvent.TableTaken report,
      Intake.UndoAsked asked,
      String approvedBy,
      long version,
      DrawnSince since,
      List<RequestFact> entries,
      RequestActs acts) {
    UndoWords said = reader.words(UndoWords.class);
    List<RequestFact> facts = new ArrayList<>();
    facts.add(fact(said.enteredOf(report.kind()), asked.counts().voided()));
    facts.add(fact(said.givenBack(), asked.counts().givenBack()));
    facts.add(fact(said.refused(), asked.counts().refused()));
    if (since.count() > 0) {
      facts.add(fact(said.drawnSince(), since.count()));
    }
    if (!since.frozen().isEmpty()) {
      facts.add(fact(said.frozenNow(), since.frozen().size()));
    }
    facts.addAll(entries);
    facts.add(new RequestFact(desk.words().by(), asked.by()));
    if (!approvedBy.isEmpty()) {
      facts.add(new RequestFact(said.goesOn(), approvedBy));
    }
    return new ShownRequest(
        report.fileName(),
        "import-undo",
        RegistryPlaces.handedIn(id),
        facts,
        asked.reason(),
        List.of(asked.by()),
        version,
        acts);
  }

  private static RequestFact fact(String label, int count) {
    return new RequestFact(label, Integer.toString(count));
  }
}
