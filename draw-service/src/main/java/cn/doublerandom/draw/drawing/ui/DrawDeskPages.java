package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawDirectory;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
          entry.executeBy(),
          Optional.ofNullable(entry.overdueSince()).orElse(""));
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
    String inspector = query.text("inspector").strip();
    List<FilledForm.Fault> faults =
        Stream.of(Map.entry("subject", subject), Map.entry("inspector", inspector))
            .filter(one -> !CODE.matcher(one.getValue()).matches())
            .map(one -> new FilledForm.Fault(one.getKey(), desk.words(AfterWords.class).notACode()))
            .toList();
    Uni<Optional<Told>> told =
        query.isRefused() || !faults.isEmpty() || (subject.isEmpty() && inspector.isEmpty())
            ? Uni.createFrom().item(Optional.empty())
            : subject.isEmpty()
                ? explained.inspector(drawId, inspector).map(one -> Optional.of(Told.of(one, desk)))
                : explained.subject(drawId, subject).map(one -> Optional.of(Told.of(one, desk)));
    return desk.show(
        told.map(answer ->
            explainPage
                .data("drawId", drawId)
                .data(
                    "query", faults.isEmpty() ? query.form() : query.form().refused(faults, false))
                .data("told", answer.orElse(null))));
  }
}
