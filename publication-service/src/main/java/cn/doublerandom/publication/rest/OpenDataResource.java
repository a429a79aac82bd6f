package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.application.OpenFeed;
import cn.doublerandom.publication.application.OpenHouse;
import cn.doublerandom.publication.application.OpenTables;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.opendata.OpenFile;
import cn.doublerandom.publication.opendata.OpenPlaces;
import cn.doublerandom.servicekit.openapi.Revalidated;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** 开放数据: what the public pages say, for programs and for whoever counts again. */
@Path("/api/v1/open-data")
@PermitAll
@Tag(name = "open-data", description = "开放数据")
public class OpenDataResource {
  private static final int PAGE = 200;
  private static final String LICENCE_LINK = "<" + OpenPlaces.LICENCE + ">; rel=\"license\"";

  @Inject OpenTables data;
  @Inject OpenFeed feed;
  @Inject OpenHouse house;
  @Inject Requests requests;

  @GET
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = {
        @Content(mediaType = "text/csv"),
        @Content(mediaType = MediaType.APPLICATION_JSON),
        @Content(mediaType = "application/x-ndjson")
      })
  @Revalidated
  @Path("/{year}/{file}")
  @Operation(
      summary = "A table of a year as a file",
      description =
          "Tables: results, draws, plans, bulletins, outstanding, register; forms: .csv, .json,"
              + " .ndjson. Rows are ordered by id. In a csv, text a spreadsheet would take for a formula begins with an"
              + " apostrophe.")
  public RestMulti<byte[]> file(
      @PathParam("year") @Min(NoticeBoard.FIRST_YEAR) @Max(2100) @Parameter(example = "2023")
          int year,
      @PathParam("file") @Size(max = 40) @Parameter(example = "results.csv") String name) {
    LocalDate today = BusinessClock.day(requests.now());
    FieldRules.yearSoFar("year", year, NoticeBoard.FIRST_YEAR, today);
    OpenFile file =
        OpenFile.of(name)
            .orElseThrow(() -> new ProblemException(PublicationRejection.OPEN_FILE_UNKNOWN));
    return RestMulti.fromMultiData(data.download(file, year, today))
        .header("Content-Type", file.form().mediaType())
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-%d.%s\""
                .formatted(file.table().fileName(), year, file.form().ending()))
        .header("Link", LICENCE_LINK)
        .build();
  }

  /**
   * A notice that changed.
   *
   * @param seq place of the change in the ledger
   * @param changedAt when it was recorded
   * @param address of its page
   * @param plan as it is now; one of the five is there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChangedNotice(
      long seq,
      OpenChange.Kind kind,
      String id,
      Instant changedAt,
      String address,
      @Nullable PlanNotice plan,
      @Nullable ProgrammeNotice programme,
      @Nullable BulletinNotice bulletin,
      @Nullable PublicDraw draw,
      @Nullable PublicResult result) {
    static ChangedNotice of(OpenFeed.Changed changed) {
      OpenChange change = changed.change();
      return new ChangedNotice(
          change.seq(),
          change.kind(),
          change.id(),
          change.at(),
          OpenPlaces.notice(change),
          changed.plan(),
          changed.programme(),
          changed.bulletin(),
          changed.draw() == null ? null : PublicDraw.of(changed.draw(), null),
          changed.result() == null ? null : PublicResult.of(changed.result(), null));
    }
  }

  /**
   * What changed.
   *
   * @param next cursor of the next call; the same as asked for where nothing changed
   * @param more whether there are more already
   */
  public record ChangedNotices(List<ChangedNotice> items, long next, boolean more) {}

  @GET
  @Revalidated
  @Path("/changes")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Notices that changed since a cursor, in the order of the ledger",
      description =
          "A notice has one place, that of its last change. No two changes have the same, so nothing is"
              + " lost or told twice where a page ends.")
  public Uni<ChangedNotices> changes(
      @QueryParam("updatedSince")
          @DefaultValue("0")
          @Min(0)
          @Parameter(description = "next of the call before; 0 for everything")
          long updatedSince,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(PAGE) int limit) {
    return feed.after(updatedSince, limit)
        .map(told ->
            new ChangedNotices(
                told.changes().stream().map(ChangedNotice::of).toList(),
                told.changes().isEmpty() ? updatedSince : told.changes().getLast().change().seq(),
                told.more()));
  }

  @GET
  @Revalidated
  @Path("/feed")
  @Produces("application/atom+xml;charset=UTF-8")
  @Operation(summary = "The latest changes as an Atom feed")
  public Uni<byte[]> atom() {
    return house.feed();
  }

  @GET
  @Revalidated
  @Path("/catalogue")
  @Produces("application/ld+json;charset=UTF-8")
  @Operation(summary = "The datasets and their files (DCAT-AP as JSON-LD)")
  public Uni<byte[]> catalogue() {
    return house.catalogue(BusinessClock.day(requests.now()));
  }

  @GET
  @Revalidated
  @Path("/recompute")
  @Produces("text/plain;charset=UTF-8")
  @Operation(summary = "A program that computes the figures of the portal from the files alone")
  public byte[] recompute() {
    return house.recompute();
  }
}
