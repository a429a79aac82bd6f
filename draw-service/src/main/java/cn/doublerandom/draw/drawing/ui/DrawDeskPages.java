package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.application.ExplainedDraws;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
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
  @Inject AccountNames people;
  @Inject Asking asking;

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
    String inspector = query.text("inspector").strip();
    if (query.isRefused() || (subject.isEmpty() && inspector.isEmpty())) {
      return shown(drawId, query.form(), Optional.empty());
    } else if (subject.isEmpty()) {
      return CODE.matcher(inspector).matches()
          ? officer(drawId, query, inspector)
          : people
              .of(asking)
              .flatMap(names -> explained.officers(drawId, inspector, names::find))
              .flatMap(found -> officers(drawId, query, found));
    }
    return CODE.matcher(subject).matches()
        ? subject(drawId, query, subject)
        : explained.named(drawId, subject).flatMap(named -> named(drawId, query, named));
  }

  /** By a name: the one firm is explained, of several one is chosen. */
  private Uni<RestResponse<String>> named(
      String drawId, Query query, List<FrozenFrame.Named> named) {
    return switch (named.size()) {
      case 0 ->
          shown(
              drawId,
              unknown(query, "subject", desk.words(AfterWords.class).notACode()),
              Optional.empty());
      case 1 -> subject(drawId, query, named.getFirst().subject());
      default -> shown(drawId, query.form(), Optional.empty(), named, List.of());
    };
  }

  /** The same of an officer, where his reader knows what he is called. */
  private Uni<RestResponse<String>> officers(String drawId, Query query, List<String> found) {
    return switch (found.size()) {
      case 0 ->
          shown(
              drawId,
              unknown(query, "inspector", desk.words(AfterWords.class).noSuchOfficer()),
              Optional.empty());
      case 1 -> officer(drawId, query, found.getFirst());
      default -> shown(drawId, query.form(), Optional.empty(), List.of(), found);
    };
  }

  private Uni<RestResponse<String>> subject(String drawId, Query query, String subject) {
    return explained
        .subject(drawId, subject)
        .flatMap(one ->
            explained
                .name(drawId, subject)
                .flatMap(
                    name -> shown(drawId, query.form(), Optional.of(Told.of(one, name, desk)))));
  }

  private Uni<RestResponse<String>> officer(String drawId, Query query, String inspector) {
    return explained
        .inspector(drawId, inspector)
        .flatMap(one -> shown(drawId, query.form(), Optional.of(Told.of(one, desk))));
  }

  private static FilledForm unknown(Query query, String field, String why) {
    return query.form().refused(List.of(new FilledForm.Fault(field, why)), false);
  }

  private Uni<RestResponse<String>> shown(String drawId, FilledForm form, Optional<Told> told) {
    return shown(drawId, form, told, List.of(), List.of());
  }

  private Uni<RestResponse<String>> shown(
      String drawId,
      FilledForm form,
      Optional<Told> told,
      List<FrozenFrame.Named> named,
      List<String> officers) {
    return desk.show(
        Uni.createFrom()
            .item(
                explainPage
                    .data("drawId", drawId)
                    .data("query", form)
                    .data("named", named)
                    .data("officers", officers)
                    .data("found", named.size() + officers.size())
                    .data("most", named.size() + officers.size() == ExplainedDraws.MOST_NAMED)
                    .data("told", told.orElse(null))));
  }
}
