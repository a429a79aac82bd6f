package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Deputies;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.deputy.DeputyDirectory;
import cn.doublerandom.registry.deputy.DeputyEvent;
import cn.doublerandom.registry.rest.DeputyResource.DeputyEnding;
import cn.doublerandom.registry.rest.DeputyResource.DeputyProposal;
import cn.doublerandom.registry.rest.SubjectStatusResource.RequestEnd;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 代理: who acts for whom; proposed by one, agreed to by another, ended by any of the four. */
@Path("/ui/deputies")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DeputyPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("registry/deputies.html")
  Template listPage;

  @Inject Desk desk;
  @Inject Deputies deputies;
  @Inject DeputyPage page;
  @Inject SecurityIdentity identity;

  /** Whom it is about, where the address does not say it. */
  public record Both(
      @NotBlank @Size(max = 64) String deputy, @NotBlank @Size(max = 64) String principal) {}

  /** One line of the list. */
  @TemplateData
  public record Line(
      String deputy,
      String principal,
      String roles,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      DeputyStanding standing) {}

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.INSPECTOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    Query query = desk.query();
    return deputies
        .page(Page.keyAfter(query.after()), LIMIT + 1)
        .map(found -> {
          Page<DeputyDirectory.Entry> shown = Page.of(found, LIMIT, DeputyDirectory.Entry::id);
          return listPage
              .data(
                  "rows",
                  new Rows<>(
                      shown.items().stream().map(this::line).toList(),
                      query.from(),
                      -1,
                      shown.next()))
              .data("roles", page.roles())
              .data(
                  "mayPropose",
                  identity.hasRole(Roles.COORDINATOR)
                      || identity.hasRole(Roles.REGISTRAR)
                      || identity.hasRole(Roles.APPROVER))
              .data("form", form);
        });
  }

  private Line line(DeputyDirectory.Entry entry) {
    var shown = entry.shown();
    return new Line(
        entry.deputy(),
        entry.principal(),
        shown == null ? "" : page.words(shown.roles()),
        shown == null ? null : shown.from(),
        shown == null ? null : shown.until(),
        DeputyStanding.of(
            entry.held(), entry.ended() != null, entry.asked() != null, page.today()));
  }

  /** Proposes one; who it is about is in the form. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.REGISTRAR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> propose(byte[] body) {
    return desk.does(
        body,
        form -> {
          Both both = form.as(Both.class);
          DeputyProposal proposal = form.as(DeputyProposal.class);
          return deputies
              .propose(
                  proposal.meant(both.deputy(), both.principal()),
                  proposal.reason(),
                  form.context(proposal))
              .map(Refusals::require)
              .map(done ->
                  Desk.seen(
                      RegistryPlaces.deputy(both.deputy(), both.principal()),
                      RegistryStreams.DEPUTY.of(both.deputy() + "/" + both.principal()),
                      done.version()));
        },
        this::list);
  }

  @GET
  @Path("/{deputy}/{principal}")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.INSPECTOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal) {
    return desk.show(page.of(deputy, principal, "", desk.forms().blank()));
  }

  @POST
  @Path("/{deputy}/{principal}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal,
      byte[] body) {
    return act(
        deputy,
        principal,
        "approval",
        body,
        form -> deputies.approve(deputy, principal, form.approval("approve-deputy")));
  }

  @POST
  @Path("/{deputy}/{principal}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.REGISTRAR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal,
      byte[] body) {
    return act(
        deputy,
        principal,
        "decline",
        body,
        form -> {
          RequestEnd end = form.as(RequestEnd.class);
          return deputies.decline(deputy, principal, end.reason(), form.context(end));
        });
  }

  @POST
  @Path("/{deputy}/{principal}/ending")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.INSPECTOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> end(
      @PathParam("deputy") @Size(max = 64) String deputy,
      @PathParam("principal") @Size(max = 64) String principal,
      byte[] body) {
    return act(
        deputy,
        principal,
        "ending",
        body,
        form -> {
          DeputyEnding ending = form.as(DeputyEnding.class);
          return deputies.end(deputy, principal, ending.reason(), form.context(ending));
        });
  }

  private Uni<RestResponse<String>> act(
      String deputy,
      String principal,
      String sent,
      byte[] body,
      Function<Form, Uni<Handled<DeputyEvent, Deputy>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(
                done.state().isNothing()
                    ? RegistryPlaces.deputies()
                    : RegistryPlaces.deputy(deputy, principal),
                RegistryStreams.DEPUTY.of(deputy + "/" + principal),
                done.version()),
        form -> page.of(deputy, principal, sent, form));
  }
}
