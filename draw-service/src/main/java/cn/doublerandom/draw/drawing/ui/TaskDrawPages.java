package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.application.Draws;
import cn.doublerandom.draw.drawing.application.HandExclusions;
import cn.doublerandom.draw.drawing.rest.DrawRequests;
import cn.doublerandom.draw.drawing.rest.ExclusionResource;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽取条件: what a freeze would find, who is left out by hand, and the freeze itself. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class TaskDrawPages {
  @Inject Desk desk;
  @Inject TermsPage page;
  @Inject Draws draws;
  @Inject HandExclusions exclusions;
  @Inject LongWork work;
  @Inject Requests requests;

  @GET
  @Path("/tasks/{task}/draw")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> terms(@PathParam("task") @Size(max = 64) String task) {
    return desk.show(
        Uni.combine()
            .all()
            .unis(
                page.of(task, PageForms.Sent.NOTHING),
                work.remark(
                    requests.actor(),
                    desk.here().value("job"),
                    desk.words(TermsPageWords.class).waits(),
                    desk.readsEnglish()))
            .usingConcurrencyOf(1)
            .with((made, remark) -> made.data("remark", remark)));
  }

  /** As {@code POST …/draws}. */
  @POST
  @Path("/tasks/{task}/draw/freeze")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> freeze(
      @PathParam("task") @Size(max = 64) String task, byte[] body) {
    Officer by = officer();
    return desk.does(
        body,
        form -> {
          DrawRequests.Freeze freeze = page.freeze(form::value);
          CommandContext begun = form.context(freeze);
          return work.decision(
              new LongWork.Asked("FREEZE", task, form.value("_key")),
              begun,
              (asked, job) -> draws.freeze(task, freeze.wishes(), by, asked, job),
              done -> DrawPage.seen(done.state().current().orElseThrow().drawId(), done.version()),
              job -> DrawPlaces.terms(task));
        },
        form -> page.of(task, new PageForms.Sent("terms", form)));
  }

  private Officer officer() {
    return new Officer(requests.actor(), requests.unit());
  }

  /** As {@code POST …/exclusions}. */
  @POST
  @Path("/tasks/{task}/draw/exclusions")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> exclude(
      @PathParam("task") @Size(max = 64) String task, byte[] body) {
    return excluded(
        task,
        "exclude",
        body,
        form -> {
          var said = form.as(ExclusionResource.Wanted.class);
          return exclusions.request(
              task,
              new HandExclusion(
                  said.subject(), said.code(), said.reason(), said.evidence(), said.sha256()),
              () -> form.context(said));
        });
  }

  /** As {@code POST …/exclusions/{subject}/approval}. */
  @POST
  @Path("/tasks/{task}/draw/exclusions/{subject}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("subject") @Size(max = 64) String subject,
      byte[] body) {
    return excluded(
        task,
        "agree",
        body,
        form -> exclusions.approve(task, subject, () -> form.approval("approve")));
  }

  /** As {@code POST …/exclusions/{subject}/withdrawal}. */
  @POST
  @Path("/tasks/{task}/draw/exclusions/{subject}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("subject") @Size(max = 64) String subject,
      byte[] body) {
    return excluded(
        task,
        LeftOut.ending(subject),
        body,
        form -> {
          var said = form.as(ExclusionResource.ExclusionEnd.class);
          return exclusions.withdraw(task, subject, said.reason(), () -> form.context(said));
        });
  }

  /** As {@code POST …/exclusions/{subject}/decline}. */
  @POST
  @Path("/tasks/{task}/draw/exclusions/{subject}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("subject") @Size(max = 64) String subject,
      byte[] body) {
    return excluded(
        task,
        LeftOut.ending(subject),
        body,
        form -> {
          var said = form.as(ExclusionResource.ExclusionEnd.class);
          return exclusions.decline(task, subject, said.reason(), () -> form.context(said));
        });
  }

  private Uni<RestResponse<String>> excluded(
      String task,
      String which,
      byte[] body,
      Function<Form, Uni<Handled<ExclusionEvent, ExclusionList>>> command) {
    return desk.act(
        body,
        command,
        done -> PageAddress.of(DrawPlaces.terms(task)),
        form -> page.of(task, new PageForms.Sent(which, form)));
  }
}
