package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Reading;
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
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final ObjectMapper JSON = EventCodec.mapper();
  private static final int PAGE = 1_000;
  private static final int MAX_DIFFERENCES = 10_000;
  private static final int MAX_COMPARED = 500_000;

  @Inject SubjectDirectory directory;
  @Inject ExchangeTables tables;
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
              page.stream().map(ExchangeResource::told).toList(),
              page.isEmpty() ? updatedSince : page.getLast().changedSeq(),
              rows.size() > limit);
        });
  }

  /** An entry as others get it. */
  static Exchanged told(SubjectDirectory.Entry row) {
    return Exchanged.of(row, Sha256::hex, subject -> JSON.convertValue(subject, Map.class));
  }

  /**
   * Both sides compared.
   *
   * @param differences the first {@value #MAX_DIFFERENCES}, by id
   */
  public record Reconciliation(
      long here, long there, long differing, List<Different> differences) {}

  private record Told(String id, String hash) {}

  private static final Table<Told> TOLD =
      new Table<>(
          List.of("编码", "哈希"),
          row -> new Told(row.requiredCode("编码", 64), row.requiredCode("哈希", 64)),
          Told::id);

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
    Map<String, String> there = told(requests.file(file));
    long told = there.size();
    List<Different> differences = new ArrayList<>();
    long here = 0;
    String after = "";
    while (true) {
      String last = after;
      List<SubjectDirectory.Entry> page = Reading.await(() -> directory.page(last, PAGE));
      if (page.isEmpty()) {
        break;
      }
      for (SubjectDirectory.Entry row : page) {
        String id = row.details().id();
        String hash = there.remove(id);
        if (hash == null) {
          differences.add(new Different(id, Different.Difference.MISSING_THERE));
        } else if (!hash.equals(told(row).hash())) {
          differences.add(new Different(id, Different.Difference.DIFFERENT));
        }
      }
      here += page.size();
      after = page.getLast().details().id();
    }
    there.keySet().stream()
        .sorted()
        .forEach(id -> differences.add(new Different(id, Different.Difference.MISSING_HERE)));
    return new Reconciliation(
        here, told, differences.size(), differences.stream().limit(MAX_DIFFERENCES).toList());
  }

  /** Row by row, so that a file too large to compare is refused before it fills the memory. */
  private static Map<String, String> told(java.nio.file.Path file) throws IOException {
    Map<String, String> there = new HashMap<>();
    List<RowFault> faults = new ArrayList<>();
    TOLD.scan(
        file,
        new Table.Sink<>() {
          @Override
          public void row(int number, Told told) {
            if (there.size() >= MAX_COMPARED) {
              throw new ProblemException(RegistryRejection.TOO_MUCH_TO_COMPARE);
            }
            there.put(told.id(), told.hash());
          }

          @Override
          public void faults(int number, List<RowFault> found) {
            if (faults.size() < Table.MAX_TOLD) {
              faults.addAll(found);
            }
          }
        });
    if (!faults.isEmpty()) {
      throw Table.refusal(faults, faults.size());
    }
    return there;
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
