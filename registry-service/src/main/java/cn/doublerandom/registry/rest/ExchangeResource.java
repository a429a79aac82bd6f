package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Reconciling;
import cn.doublerandom.registry.application.Telling;
import cn.doublerandom.registry.exchange.Different;
import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.registry.exchange.Exchanged;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Exchange with the provincial platform (R12): what changed since a cursor, and whether both sides
 * hold the same. What the platform sends comes in through the ordinary import, which changes
 * nothing where nothing is new.
 */
@Path("/api/v1/exchange/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exchange", description = "与省级平台数据交换")
public class ExchangeResource {
  private static final int PAGE = 1_000;
  private static final int MAX_DIFFERENCES = 10_000;

  @Inject SubjectDirectory directory;
  @Inject ExchangeTables tables;
  @Inject Reconciling reconciling;
  @Inject Requests requests;

  /**
   * What changed.
   *
   * @param next cursor of the next call; the same as asked for where nothing changed
   */
  public record Changes(List<Exchanged> items, long next, boolean more) {}

  @GET
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(summary = "Entries that changed since a cursor, in the order of their changes")
  public Uni<Changes> changes(
      @QueryParam("updatedSince") @DefaultValue("0") @Min(0) long updatedSince,
      @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(PAGE) int limit) {
    return Uni.createFrom()
        .completionStage(() -> directory.changedAfter(updatedSince, limit + 1))
        .map(rows -> {
          List<SubjectDirectory.Entry> page = rows.subList(0, Math.min(limit, rows.size()));
          return new Changes(
              page.stream().map(Telling::of).toList(),
              page.isEmpty() ? updatedSince : page.getLast().changedSeq(),
              rows.size() > limit);
        });
  }

  /**
   * Both sides compared.
   *
   * @param differences the first {@value #MAX_DIFFERENCES}, by id
   */
  public record Reconciliation(
      long here, long there, long differing, List<Different> differences) {}

  @POST
  @Path("/reconciliations/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @Blocking
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR})
  @Operation(summary = "Compare what the other side holds (编码, 哈希) with the register")
  public Reconciliation reconcile(File file) throws IOException {
    Reconciling.Compared compared = reconciling.compare(requests.file(file));
    return new Reconciliation(
        compared.here(),
        compared.there(),
        compared.differences().size(),
        compared.differences().stream().limit(MAX_DIFFERENCES).toList());
  }

  @POST
  @Creates
  @Path("/comparisons")
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR})
  @Operation(
      summary = "Compare the exchange tables of both sides now; every night it happens anyway")
  public Uni<RestResponse<ExchangeTables.Compared>> compare() {
    return Uni.createFrom()
        .completionStage(tables::compare)
        .map(compared -> RestResponse.status(RestResponse.Status.CREATED, compared));
  }

  @GET
  @Path("/comparisons")
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(summary = "The latest comparisons, newest first")
  public Uni<List<ExchangeTables.Compared>> comparisons(
      @QueryParam("limit") @DefaultValue("31") @Min(1) @Max(PAGE) int limit) {
    return Uni.createFrom().completionStage(() -> tables.comparisons(limit));
  }

  @GET
  @Path("/comparisons/{number}/differences")
  @RolesAllowed({Roles.PLATFORM, Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(summary = "What differed in a comparison, by id")
  public Uni<Page<Different>> differences(
      @PathParam("number") @Min(1) long number, @BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> tables.comparison(number))
        .map(found ->
            found.orElseThrow(() -> new ProblemException(RegistryRejection.COMPARISON_UNKNOWN)))
        .flatMap(compared ->
            Uni.createFrom()
                .completionStage(
                    () -> tables.differences(number, paging.afterKey(), paging.limit() + 1)))
        .map(rows -> Page.of(rows, paging.limit(), Different::subject));
  }
}
