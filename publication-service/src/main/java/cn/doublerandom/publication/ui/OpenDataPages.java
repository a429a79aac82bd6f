package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.OpenSnapshots;
import cn.doublerandom.publication.application.OpenTables;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.opendata.OpenFile;
import cn.doublerandom.publication.opendata.OpenForm;
import cn.doublerandom.publication.opendata.OpenPlaces;
import cn.doublerandom.publication.opendata.OpenTable;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.PublicFrames;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 开放数据: what can be taken away, and how to count again. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class OpenDataPages {
  @Inject
  @Location("portal/open-data.html")
  Template page;

  @Inject OpenTables data;
  @Inject OpenSnapshots snapshots;
  @Inject BureauPages pages;
  @Inject KeptPages shelf;
  @Inject PublicFrames frames;
  @Inject Clock clock;

  /** A file of a table. */
  public record FileLink(String form, String place) {}

  /** A column in the reader's language. */
  public record ColumnLine(String name, String meaning) {}

  /** A table in the reader's language. */
  public record TableLine(
      String title, String what, List<FileLink> files, List<ColumnLine> columns) {}

  @GET
  @Path("/open-data")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> openData(@QueryParam("year") @Nullable Integer year) {
    LocalDate today = BusinessClock.day(clock.instant());
    int shown = year == null ? today.getYear() : year;
    FieldRules.yearSoFar("year", shown, NoticeBoard.FIRST_YEAR, today);
    return shelf.show(() -> pages.chosen("open-data", () -> ofBureau(shown, today)));
  }

  private Uni<TemplateInstance> ofBureau(int year, LocalDate today) {
    boolean english = frames.readsEnglish();
    return data.years(today)
        .flatMap(years ->
            snapshots
                .all()
                .map(kept ->
                    page.data("year", year)
                        .data("years", choice(years, year))
                        .data("tables", tables(year, english))
                        .data("licence", OpenPlaces.LICENCE)
                        .data("snapshots", kept)));
  }

  private static List<Integer> choice(List<Integer> years, int shown) {
    return years.contains(shown) ? years : Stream.concat(years.stream(), Stream.of(shown)).toList();
  }

  private static List<TableLine> tables(int year, boolean english) {
    return Arrays.stream(OpenTable.values())
        .map(table ->
            new TableLine(
                english ? table.english() : table.chinese(),
                english ? table.englishWhat() : table.chineseWhat(),
                files(table, year),
                table.columns().stream()
                    .map(one -> new ColumnLine(one.name(), english ? one.english() : one.chinese()))
                    .toList()))
        .toList();
  }

  private static List<FileLink> files(OpenTable table, int year) {
    return Arrays.stream(OpenForm.values())
        .map(form -> new FileLink(form.name(), OpenPlaces.file(year, new OpenFile(table, form))))
        .toList();
  }
}
