package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.ResultProposals;
import cn.doublerandom.registry.proposal.Proposal;
import cn.doublerandom.registry.proposal.ProposalDirectory.Entry;
import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.proposal.ProposalEvent;
import cn.doublerandom.registry.proposal.ProposalKind;
import cn.doublerandom.registry.rest.ProposalResource.ClassAcceptance;
import cn.doublerandom.registry.rest.ProposalResource.ProposalEnd;
import cn.doublerandom.registry.rest.ProposalResource.StatusAcceptance;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 检查结果建议: what results propose to the register; the registrar confirms it or not. */
@Path("/ui/proposals")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ProposalPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("registry/proposals.html")
  Template listPage;

  @Inject Desk desk;
  @Inject ResultProposals proposals;
  @Inject ProposalPage page;

  /**
   * One line of the list.
   *
   * @param name of the subject; its code where the register does not have it
   * @param look of the state
   * @param changed whether the result says something else since it was decided on
   */
  @TemplateData
  public record Line(
      String id,
      String name,
      ProposalKind kind,
      String found,
      LocalDate since,
      State state,
      String look,
      boolean changed) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    Optional<State> state = query.word("state", State.class);
    return desk.show(
        query.isRefused()
            ? Uni.createFrom().item(list(query, List.of(), Map.of()))
            : proposals
                .page(state, Page.keyAfter(query.after()), LIMIT + 1)
                .flatMap(found ->
                    proposals
                        .subjects(found.stream().map(one -> one.origin().subjectId()).toList())
                        .map(names -> list(query, found, names))));
  }

  private TemplateInstance list(
      Query query, List<Entry> oneMore, Map<String, SubjectDirectory.Entry> names) {
    ProposalWords words = desk.words(ProposalWords.class);
    Page<Entry> shown = Page.of(oneMore, LIMIT, Entry::id);
    return listPage
        .data("query", query.form())
        .data(
            "states",
            Stream.of(State.values())
                .map(one -> new Choice(one.name(), words.stateOf(one)))
                .toList())
        .data(
            "rows",
            new Rows<>(
                shown.items().stream().map(one -> line(one, names)).toList(),
                query.from(),
                -1,
                shown.next()));
  }

  private Line line(Entry one, Map<String, SubjectDirectory.Entry> names) {
    String subject = one.origin().subjectId();
    SubjectDirectory.Entry known = names.get(subject);
    return new Line(
        one.id(),
        known == null ? subject : known.details().shown().name(),
        one.kind(),
        page.found(one.codes()),
        one.since(),
        one.state(),
        ProposalPage.look(one.state()),
        one.changedSince());
  }

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
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 200) String id) {
    return desk.show(page.of(id, "", desk.forms().blank()));
  }

  @POST
  @Path("/{id}/status")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> acceptStatus(
      @PathParam("id") @Size(max = 200) String id, byte[] body) {
    return act(
        id,
        "status",
        body,
        form -> {
          StatusAcceptance said = form.as(StatusAcceptance.class);
          return proposals.acceptStatus(
              id, said.status(), said.effective(), said.reason(), form.context(said));
        });
  }

  @POST
  @Path("/{id}/credit")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> acceptClass(
      @PathParam("id") @Size(max = 200) String id, byte[] body) {
    return act(
        id,
        "credit",
        body,
        form -> {
          ClassAcceptance said = form.as(ClassAcceptance.class);
          return proposals.acceptClass(
              id, said.riskClass(), said.on(), said.reason(), form.context(said));
        });
  }

  @POST
  @Path("/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 200) String id, byte[] body) {
    return act(
        id,
        "decline",
        body,
        form -> {
          ProposalEnd end = form.as(ProposalEnd.class);
          return proposals.decline(id, end.reason(), form.context(end));
        });
  }

  private Uni<RestResponse<String>> act(
      String id,
      String sent,
      byte[] body,
      Function<Form, Uni<Handled<ProposalEvent, Proposal>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(RegistryPlaces.proposal(id), RegistryStreams.PROPOSAL.of(id), done.version()),
        form -> page.of(id, sent, form));
  }
}
