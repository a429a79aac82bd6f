package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.application.ExplainedDraws;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽取: all of them, one of them with the next thing to do, and why somebody was drawn. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DrawDeskPages {
  private static final int LIMIT = 50;

  /** Of a subject or an officer; a name is none. */
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z._-]*");

  @Inject
  @Location("draw/draws.html")
  Template drawsPage;

  @Inject
  @Location("draw/explain.html")
  Template explainPage;

  @Inject Desk desk;
  @Inject DrawPage page;
  @Inject DrawDirectory directory;
  @Inject ExplainedDraws explained;

  /**
   * A draw in the list.
   *
   * @param overdue since when; empty where it is not
   */
  record Line(
      String drawId,
      String task,
      int round,
      DrawPhase phase,
      int frameSize,
      int drawn,
      String executeBy,
      String overdue) {
    static Line of(DrawDirectory.Entry entry) {
      return new Line(
          entry.drawId(),
          entry.task(),
          entry.round(),
          DrawPhase.of(entry),
          entry.frameSize(),
          entry.drawn(),
          DrawSteps.moment(entry.executeBy()),
          DrawSteps.moment(entry.overdueSince()));
    }
  }

  @GET
  @Path("/draws")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    String task = query.text("task").strip();
    if (!task.isEmpty() && !query.isRefused()) {
      return Uni.createFrom()
          .item(
              RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER, null)
                  .header("Location", DrawPlaces.terms(task))
                  .build());
    }
    return desk.show(
        Uni.createFrom()
            .completionStage(() -> directory.page(Page.keyAfter(query.after()), LIMIT + 1))
            .map(rows -> Page.of(rows, LIMIT, DrawDirectory.Entry::drawId))
            .map(rows ->
                drawsPage
                    .data("query", query.form())
                    .data(
                        "rows",
                        new Rows<>(
                            rows.items().stream().map(Line::of).toList(),
                            query.from(),
                            -1,
                            rows.next()))));
  }

  @GET
  @Path("/draws/{drawId}")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("drawId") @Size(max = 100) String drawId) {
    return desk.show(page.of(drawId, PageForms.Sent.NOTHING));
  }

  /** 为什么: what {@code …/explanations/…} answers, in sentences. */
  @GET
  @Path("/draws/{drawId}/explain")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> explain(@PathParam("drawId") @Size(max = 100) String drawId) {
    Query query = desk.query();
    String subject = query.text("subject").strip();
    return CODE.matcher(subject).matches() || query.isRefused()
        ? explained(drawId, query, subject, query.text("inspector").strip())
        : explained.named(drawId, subject).flatMap(named -> named(drawId, query, named));
  }

  /** By a name: the one firm is explained, of several one is chosen. */
  private Uni<RestResponse<String>> named(
      String drawId, Query query, List<FrozenFrame.Named> named) {
    return switch (named.size()) {
      case 0 -> shown(drawId, notACode(query, "subject"), Optional.empty(), List.of());
      case 1 ->
          explained
              .subject(drawId, named.getFirst().subject())
              .flatMap(
                  one -> shown(drawId, query.form(), Optional.of(Told.of(one, desk)), List.of()));
      default -> shown(drawId, query.form(), Optional.empty(), named);
    };
  }

  private Uni<RestResponse<String>> explained(
      String drawId, Query query, String subject, String inspector) {
    if (!CODE.matcher(inspector).matches()) {
      return shown(drawId, notACode(query, "inspector"), Optional.empty(), List.of());
    }
    Uni<Optional<Told>> told =
        query.isRefused() || (subject.isEmpty() && inspector.isEmpty())
            ? Uni.createFrom().item(Optional.empty())
            : subject.isEmpty()
                ? explained.inspector(drawId, inspector).map(one -> Optional.of(Told.of(one, desk)))
                : explained.subject(drawId, subject).map(one -> Optional.of(Told.of(one, desk)));
    return told.flatMap(answer -> shown(drawId, query.form(), answer, List.of()));
  }

  private FilledForm notACode(Query query, String field) {
    return query
        .form()
        .refused(
            List.of(new FilledForm.Fault(field, desk.words(AfterWords.class).notACode())), false);
  }

  private Uni<RestResponse<String>> shown(
      String drawId, FilledForm form, Optional<Told> told, List<FrozenFrame.Named> named) {
    return desk.show(
        Uni.createFrom()
            .item(
                explainPage
                    .data("drawId", drawId)
                    .data("query", form)
                    .data("named", named)
                    .data("most", named.size() == ExplainedDraws.MOST_NAMED)
                    .data("told", told.orElse(null))));
  }
}
