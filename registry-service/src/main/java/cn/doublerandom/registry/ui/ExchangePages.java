package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.EntryNames;
import cn.doublerandom.registry.exchange.Different;
import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.registry.readiness.Point;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 数据交换: whether the register and the provincial platform hold the same, and where not. */
@Path("/ui/exchange")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ExchangePages {
  private static final int LIMIT = 50;
  private static final int COMPARISONS = 31;

  @Inject
  @Location("registry/exchange.html")
  Template listPage;

  @Inject
  @Location("registry/comparison.html")
  Template onePage;

  @Inject Desk desk;
  @Inject ExchangeTables tables;
  @Inject EntryNames names;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    return Uni.createFrom()
        .completionStage(() -> tables.comparisons(COMPARISONS))
        .map(all ->
            listPage
                .data("last", all.isEmpty() ? null : Compared.of(all.getFirst()))
                .data("comparisons", all.stream().map(Compared::of).toList())
                .data("mayCompare", mayCompare())
                .data("form", form));
  }

  private boolean mayCompare() {
    return identity.hasRole(Roles.REGISTRAR) || identity.hasRole(Roles.PLATFORM);
  }

  /**
   * A comparison as it is shown.
   *
   * @param at in the time of the bureau, to the minute
   */
  public record Compared(long number, String at, long here, long there, long differing) {
    static Compared of(ExchangeTables.Compared found) {
      return new Compared(
          found.number(),
          ShownTime.minute(found.at()),
          found.here(),
          found.there(),
          found.differing());
    }
  }

  /** Compares now, as {@code POST /api/v1/exchange/subjects/comparisons} does. */
  @POST
  @Path("/comparisons")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> compare(byte[] body) {
    return desk.does(
        body,
        form ->
            Uni.createFrom()
                .completionStage(tables::compare)
                .map(done -> PageAddress.of(RegistryPlaces.comparison(done.number()))),
        this::list);
  }

  /** A subject that is not the same on both sides. */
  public record Line(String id, String name, Different.Difference difference, boolean isHere) {}

  @GET
  @Path("/{number}")
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("number") @Min(1) long number) {
    Query query = desk.query();
    return desk.show(
        Uni.createFrom()
            .completionStage(() -> tables.comparison(number))
            .map(found ->
                found.orElseThrow(() -> new ProblemException(RegistryRejection.COMPARISON_UNKNOWN)))
            .flatMap(found ->
                rows(number, query)
                    .map(rows ->
                        onePage
                            .data("compared", Compared.of(found))
                            .data(
                                "mayOpen",
                                identity.hasRole(Roles.REGISTRAR)
                                    || identity.hasRole(Roles.AUDITOR))
                            .data("rows", rows))));
  }

  private Uni<Rows<Line>> rows(long number, Query query) {
    return Uni.createFrom()
        .completionStage(() -> tables.differences(number, Page.keyAfter(query.after()), LIMIT + 1))
        .map(rows -> Page.of(rows, LIMIT, Different::subject))
        .flatMap(page ->
            names
                .of(
                    Point.Directory.SUBJECTS,
                    page.items().stream().map(Different::subject).toList(),
                    BusinessClock.day(requests.now()))
                .map(known -> new Rows<>(lines(page, known), query.from(), -1, page.next())));
  }

  private static List<Line> lines(Page<Different> page, Map<String, String> known) {
    return page.items().stream()
        .map(one ->
            new Line(
                one.subject(),
                known.getOrDefault(one.subject(), one.subject()),
                one.difference(),
                known.containsKey(one.subject())))
        .toList();
  }
}
