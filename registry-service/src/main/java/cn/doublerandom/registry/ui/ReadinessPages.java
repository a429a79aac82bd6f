package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.application.EntryNames;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽取前核对: what of 一单两库 is to be put in order by the end of March, and the entries behind it. */
@Path("/ui/readiness")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ReadinessPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("registry/readiness.html")
  Template page;

  @Inject
  @Location("registry/point.html")
  Template pointPage;

  @Inject Desk desk;
  @Inject ReadinessCounts counts;
  @Inject EntryNames names;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> readiness() {
    return desk.show(Uni.createFrom().completionStage(() -> counts.on(today())).map(this::page));
  }

  private TemplateInstance page(Readiness readiness) {
    return page.data("readiness", readiness)
        .data("left", readiness.due().toEpochDay() - readiness.on().toEpochDay());
  }

  /** An entry behind a point: its name where it may be read, and its page where there is one. */
  public record Line(String id, String name, String address) {}

  @GET
  @Path("/{point}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> point(@PathParam("point") @Size(max = 64) String name) {
    Point point =
        Arrays.stream(Point.values())
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND));
    Query query = desk.query();
    return desk.show(
        Uni.createFrom()
            .completionStage(
                () -> counts.entries(point, today(), Page.keyAfter(query.after()), LIMIT + 1))
            .map(ids -> Page.of(ids, LIMIT, id -> id))
            .flatMap(ids ->
                lines(point, ids.items())
                    .flatMap(lines ->
                        isEmpty(point)
                            .map(empty -> page(point, query, ids, lines).data("isEmpty", empty)))));
  }

  private TemplateInstance page(Point point, Query query, Page<String> ids, List<Line> lines) {
    return pointPage
        .data("point", point)
        .data("rows", new Rows<>(lines, query.from(), -1, ids.next()));
  }

  private Uni<List<Line>> lines(Point point, List<String> ids) {
    return names
        .of(point.directory(), ids, today())
        .map(known -> ids.stream().map(id -> line(point, id, known)).toList());
  }

  /** Nothing is in order where there is nothing. */
  private Uni<Boolean> isEmpty(Point point) {
    return Uni.createFrom()
        .completionStage(() -> counts.on(today()))
        .map(readiness ->
            readiness.directories().stream()
                .anyMatch(state -> state.directory() == point.directory() && state.entries() == 0));
  }

  private static Line line(Point point, String id, Map<String, String> names) {
    String address =
        switch (point.directory()) {
          case ITEMS -> RegistryPlaces.item(id);
          case SUBJECTS -> RegistryPlaces.subject(id);
          case INSPECTORS -> RegistryPlaces.inspector(id);
          case EXPERTS -> RegistryPlaces.expert(id);
        };
    return new Line(id, names.getOrDefault(id, id), address);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
