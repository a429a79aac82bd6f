package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.Publishing;
import cn.doublerandom.publication.application.PublishingDesk;
import cn.doublerandom.publication.result.ResultDesk;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 结果公示: what waits to be made public, and one result as everybody will read it. */
@Path("/ui/notices")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PublishingPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("publication/notices.html")
  Template listPage;

  @Inject Desk desk;
  @Inject PublishingDesk results;
  @Inject Publishing publishing;
  @Inject NoticePage notice;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    var asked =
        new ResultDesk.Asked(
            query.word("state", ResultDesk.Stage.class),
            query.text("task"),
            query.day("until", ResultDesk.Asked.ANY_DAY),
            query.text("search"),
            today());
    return desk.show(
        results
            .found(asked, query.from() - 1, LIMIT, requests.person())
            .map(found -> page(query, found)));
  }

  private TemplateInstance page(Query query, PublishingDesk.Found found) {
    int from = query.from();
    long to = from - 1L + found.lines().size();
    Rows<PublishingDesk.Line> rows =
        query.isRefused() || found.lines().isEmpty()
            ? new Rows<>(List.of(), 1, 0, null)
            : new Rows<>(
                found.lines(), from, found.count(), to < found.count() ? Long.toString(to) : null);
    return listPage
        .data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data(
            "stages",
            Arrays.stream(ResultDesk.Stage.values())
                .map(stage -> new Choice(stage.name(), words().stageOf(stage.name())))
                .toList())
        .data("found", found)
        .data("today", today().toString())
        .data("rows", rows);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 160) String id) {
    return desk.show(notice.of(id));
  }

  /** 公示, as {@code POST /api/v1/results/{resultId}/publication} does it. */
  @POST
  @Path("/{id}/publication")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> publish(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.act(
        body,
        form ->
            publishing.publish(
                id, requests.actor(), requests.unit(), today(), () -> form.context("publish")),
        done ->
            Desk.seen(
                    PublicationPlaces.notice(id), PublicationStreams.RESULT.of(id), done.version())
                .with("done", "published"),
        form -> notice.of(id, NoticePage.Act.PUBLISH, form));
  }

  private PublicationWords words() {
    return desk.words(PublicationWords.class);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
