package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 3月底前完成“一单两库”. */
@Path("/api/v1/readiness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "readiness", description = "“一单两库”完成情况")
public class ReadinessResource {
  @Inject ReadinessCounts counts;
  @Inject Requests requests;

  /**
   * How far 一单两库 is.
   *
   * @param daysLeft to the due day; negative when it has passed
   */
  public record Answer(
      LocalDate on, LocalDate due, long daysLeft, List<DirectoryAnswer> directories) {}

  /** One directory with its score. */
  public record DirectoryAnswer(
      String directory, String text, long entries, int score, List<PointAnswer> points) {}

  /**
   * One point.
   *
   * @param entries address of the entries behind it
   */
  public record PointAnswer(String point, String text, String english, long open, String entries) {}

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "Checklist for the end of March, with a score of data quality per directory")
  public Uni<Answer> readiness() {
    LocalDate today = BusinessClock.day(requests.now());
    return Uni.createFrom().completionStage(() -> counts.on(today)).map(ReadinessResource::answer);
  }

  private static Answer answer(Readiness readiness) {
    return new Answer(
        readiness.on(),
        readiness.due(),
        readiness.due().toEpochDay() - readiness.on().toEpochDay(),
        readiness.directories().stream()
            .map(d ->
                new DirectoryAnswer(
                    d.directory().name(),
                    d.directory().text(),
                    d.entries(),
                    d.score(),
                    d.points().stream()
                        .map(p ->
                            new PointAnswer(
                                p.point().name(),
                                p.point().text(),
                                p.point().english(),
                                p.open(),
                                "/registry/api/v1/readiness/" + p.point().name()))
                        .toList()))
            .toList());
  }

  @GET
  @Path("/{point}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The entries behind a point, by id")
  public Uni<Page<String>> entries(
      @PathParam("point") Point point, @BeanParam @Valid Paging paging) {
    LocalDate today = BusinessClock.day(requests.now());
    return Uni.createFrom()
        .completionStage(() -> counts.entries(point, today, paging.afterKey(), paging.limit() + 1))
        .map(ids -> Page.of(ids, paging.limit(), id -> id));
  }
}
