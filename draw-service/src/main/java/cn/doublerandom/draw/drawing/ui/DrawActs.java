package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.drawing.application.Draws;
import cn.doublerandom.draw.drawing.rest.DrawRequests;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The steps of a draw as forms of its page, each as the operation for programs does it. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DrawActs {
  @Inject Desk desk;
  @Inject DrawPage page;
  @Inject DrawDesk standing;
  @Inject Draws draws;
  @Inject LongWork work;
  @Inject Requests requests;
  @Inject Typed typed;

  /** As {@code POST …/terms-approval}. */
  @POST
  @Path("/draws/{drawId}/terms-approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId, "agree", body, form -> draws.approveTerms(drawId, form.approval("terms-approval")));
  }

  /** As {@code POST …/commitment}. */
  @POST
  @Path("/draws/{drawId}/commitment")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> commit(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "commit",
        body,
        form -> {
          DrawRequests.Commitment said = commitment(form);
          return draws.commit(
              drawId,
              new Draws.Promised(said::source, said.executeBy(), said.openBy()),
              () -> form.context(said));
        });
  }

  private DrawRequests.Commitment commitment(Form form) {
    Instant executeBy = Typed.moment(form::value, "executeBy");
    String lottery = Typed.text(form::value, "lottery.source");
    Instant drawnAt = Typed.moment(form::value, "lottery.drawnAt");
    if (executeBy == null) {
      throw Typed.fault("executeBy", "expected-date", "请填写最迟抽取时间，例如 2023-03-20 18:00。");
    } else if (lottery != null && drawnAt == null) {
      throw Typed.fault("lottery.drawnAt", "expected-date", "请填写开奖时间，例如 2023-03-19 21:15。");
    }
    return typed.valid(
        DrawRequests.Commitment.of(
            lottery,
            form.value("lottery.issue").strip(),
            drawnAt,
            Typed.number(form::value, "drand.round"),
            executeBy,
            Typed.moment(form::value, "openBy")));
  }

  /** As {@code POST …/observations}. */
  @POST
  @Path("/draws/{drawId}/observations")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> observe(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return desk.act(
        body,
        form ->
            groups(drawId)
                .flatMap(groups -> {
                  LocalDate drawnOn = Typed.day(form::value, "drawnOn");
                  if (drawnOn == null) {
                    throw Typed.fault("drawnOn", "expected-date", "请填写公告上的开奖日期。");
                  }
                  var said =
                      typed.valid(new DrawRequests.Observation(numbers(form, groups), drawnOn));
                  return draws.observe(drawId, said.numbers(), said.drawnOn(), form.context(said));
                }),
        done -> DrawPage.seen(drawId, done.version()),
        form -> again(drawId, "observe").apply(kept(form)));
  }

  /** Numbers that are not what another entered are refused and on record. */
  private FilledForm kept(FilledForm refused) {
    return refused.kept(desk.forms().blank().key());
  }

  /** As {@code POST …/execution}. */
  @POST
  @Path("/draws/{drawId}/execution")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> execute(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return desk.does(
        body,
        form ->
            groups(drawId)
                .flatMap(groups -> {
                  var said =
                      typed.valid(
                          new DrawRequests.Execution(
                              Typed.text(form::value, "operatorSecret"),
                              groups.isEmpty() ? null : numbers(form, groups),
                              Typed.day(form::value, "drawnOn"),
                              Typed.text(form::value, "signature")));
                  CommandContext begun = form.context(said);
                  return work.decision(
                      new LongWork.Asked("EXECUTION", drawId, form.value("_key")),
                      begun,
                      (asked, job) -> draws.execute(drawId, said.given(), asked, job),
                      done -> DrawPage.seen(drawId, done.version()),
                      job -> DrawPlaces.draw(drawId));
                }),
        // What was typed stays, but not a secret.
        form -> again(drawId, "execute").apply(kept(form.with("operatorSecret", ""))));
  }

  /** The groups of the committed lottery; none of another source. */
  private Uni<List<Entropy.Group>> groups(String drawId) {
    return standing
        .of(drawId, requests.actor(), requests.now())
        .map(seen ->
            seen.draws() instanceof TaskDraws.Committed committed
                    && committed.commit().entropy() instanceof Entropy.LotteryPromise lottery
                ? lottery.groups()
                : List.of());
  }

  private static List<List<Integer>> numbers(Form form, List<Entropy.Group> groups) {
    List<List<Integer>> numbers = new ArrayList<>();
    for (int i = 1; i <= groups.size(); i++) {
      numbers.add(Typed.numbers(form::value, "group" + i));
    }
    return numbers;
  }

  /** As {@code POST …/opening}. */
  @POST
  @Path("/draws/{drawId}/opening")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> open(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(drawId, "open", body, form -> draws.open(drawId, form.context("open")));
  }

  /** As {@code POST …/team-draws}: what begins is another round, with a page of its own. */
  @POST
  @Path("/draws/{drawId}/team-draws")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> teams(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    var by = new Officer(requests.actor(), requests.unit());
    return desk.does(
        body,
        form -> {
          DrawRequests.Teams said = form.as(DrawRequests.Teams.class);
          return work.decision(
              new LongWork.Asked("TEAMS", drawId, form.value("_key")),
              form.context(said),
              (asked, job) -> draws.drawTeams(drawId, said.cap(), by, asked, job),
              done -> DrawPage.seen(current(done, drawId), done.version()),
              job -> DrawPlaces.draw(drawId));
        },
        again(drawId, "teams"));
  }

  private static String current(Handled.Done<DrawEvent, TaskDraws> done, String drawId) {
    return done.state().current().map(frame -> frame.drawId()).orElse(drawId);
  }

  private Uni<RestResponse<String>> act(
      String drawId,
      String which,
      byte[] body,
      Function<Form, Uni<Handled<DrawEvent, TaskDraws>>> command) {
    return desk.act(
        body, command, done -> DrawPage.seen(drawId, done.version()), again(drawId, which));
  }

  private Function<FilledForm, Uni<TemplateInstance>> again(String drawId, String which) {
    return form -> page.of(drawId, new PageForms.Sent(which, form));
  }
}
