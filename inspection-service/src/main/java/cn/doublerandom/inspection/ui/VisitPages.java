package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.VisitEndings;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.rest.VisitResource.Start;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.Violation;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One visit: on the phone of its team, at the desk of whoever else may read it. */
@Path("/ui/visits/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VisitPages {
  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject Visits visits;
  @Inject VisitEndings endings;
  @Inject VisitReader reader;

  /**
   * What is answered for an item; nothing is filled in for anybody.
   *
   * @param codes of the result, at least one
   * @param note absent where nothing was typed
   */
  public record Finding(
      @NotEmpty(message = "{words.codes}") @Size(max = 18) List<@Size(max = 2) String> codes,
      @Nullable @Size(max = 2000) String note) {
    Answer of(String item, List<Reply> replies, @Nullable Violation violation) {
      return new Answer(
          item, codes.stream().sorted().toList(), note == null ? "" : note, replies, violation);
    }
  }

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PUBLISHER
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("visit") @Size(max = 160) String visit) {
    return desk.show(page.of(visit, "", desk.forms().blank()));
  }

  @POST
  @Path("/start")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> start(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "start",
        body,
        form -> {
          Start start = form.as(Start.class);
          return visits.start(visit, start.inspectors(), start.where(), form.own(start));
        });
  }

  @GET
  @Path("/items/{item}")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> item(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("item") @Size(max = 64) String item) {
    return desk.show(page.item(visit, item, desk.forms().blank()));
  }

  @POST
  @Path("/items/{item}")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> check(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("item") @Size(max = 64) String item,
      byte[] body) {
    return desk.act(
        body,
        form -> {
          noFileIsLost(form);
          return page.asked(visit, item)
              .flatMap(asked -> {
                TypedAnswer typed = TypedAnswer.of(item, asked, form);
                Answer answer = typed.answer();
                return typed.faults().isEmpty()
                    ? visits
                        .check(visit, answer, form.context(answer))
                        .flatMap(handled -> atOnce(visit, typed, handled))
                    : allFaults(visit, typed)
                        .map(all -> {
                          throw typed.refused(all);
                        });
              });
        },
        done ->
            Desk.seen(
                page.after(done.state(), visit, item),
                VisitStreams.VISIT.of(visit),
                done.version()),
        form -> page.item(visit, item, form));
  }

  /** Where several fields are wrong, each says so; the rule itself refuses by the first. */
  private Uni<Handled<VisitEvent, Visit>> atOnce(
      String visit, TypedAnswer typed, Handled<VisitEvent, Visit> handled) {
    return handled instanceof Handled.Refused<VisitEvent, Visit>(var why, var details)
            && details.containsKey("field")
        ? allFaults(visit, typed)
            .map(all -> {
              if (all.size() > 1) {
                throw new ProblemException(why, typed.refused(all).errors(), details);
              }
              return handled;
            })
        : Uni.createFrom().item(handled);
  }

  private Uni<List<Problem.FieldError>> allFaults(String visit, TypedAnswer typed) {
    return visits
        .faults(visit, typed.answer(), reader.officer().account(), reader.today())
        .map(all ->
            all.stream()
                .filter(one -> one.details().containsKey("field"))
                .map(one ->
                    new Problem.FieldError(
                        String.valueOf(one.details().get("field")),
                        null,
                        "invalid",
                        PageWording.of(one.rejection(), one.details(), desk.readsEnglish())))
                .toList());
  }

  /** A file that was chosen is in the form by its name alone: it is kept by its own button. */
  private void noFileIsLost(Form form) {
    if (!form.value(EvidencePages.FILE).isEmpty()) {
      throw new ProblemException(
          EdgeRejection.FIELD_INVALID,
          List.of(
              new Problem.FieldError(
                  EvidencePages.FILE, null, "invalid", desk.words(CheckWords.class).fileUnsaved())),
          Map.of());
    }
  }

  @POST
  @Path("/finish")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> finish(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(visit, "finish", body, form -> endings.finish(visit, () -> form.context("finish")));
  }

  @POST
  @Path("/result")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> record(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "result",
        body,
        form -> {
          CommandContext context = form.context("result");
          return visits.record(visit, reader.unit(), context);
        });
  }

  private Uni<RestResponse<String>> act(
      String visit,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<VisitEvent, Visit>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(InspectionPlaces.visit(visit), VisitStreams.VISIT.of(visit), done.version()),
        form -> page.of(visit, step, form));
  }
}
