package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.NoticePapers;
import cn.doublerandom.publication.application.PublicNotices;
import cn.doublerandom.servicekit.rest.PaperAnswers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Public notices as papers anybody may keep. */
@Path("/api/v1")
@Produces(PaperAnswers.PDF)
@PermitAll
@Tag(name = "notices", description = "公示")
public class NoticePaperResource {
  private static final String KEPT = " to keep or to print (PDF/A-2b, PDF/UA-1)";
  private static final String CHECKED =
      " Its code leads to the proof that it stands in the log of notices, and ./suite verify notice"
          + " takes the file.";

  /** A million subjects in parts of five hundred. */
  private static final int MOST_PARTS = 2_000;

  @Inject PublicNotices notices;
  @Inject NoticePapers papers;
  @Inject PaperAnswers answers;

  @GET
  @Path("/plans/{planKey}/notice.pdf")
  @Operation(
      summary = "抽查工作计划公告" + KEPT,
      description =
          "With what was adjusted, why, and every version that was public before." + CHECKED)
  public Uni<RestResponse<byte[]>> plan(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return paper(notices.plan(planKey), papers::plan, lang, planKey);
  }

  @GET
  @Path("/programmes/{programmeId}/notice.pdf")
  @Operation(
      summary = "每期抽查实施方案公告" + KEPT,
      description = "With what it took the place of." + CHECKED)
  public Uni<RestResponse<byte[]>> programme(
      @PathParam("programmeId") @Size(max = 100) String programmeId,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return paper(notices.programme(programmeId), papers::programme, lang, programmeId);
  }

  @GET
  @Path("/bulletins/{bulletinId}/notice.pdf")
  @Operation(
      summary = "通报公告" + KEPT,
      description = "With the reason where it was withdrawn." + CHECKED)
  public Uni<RestResponse<byte[]>> bulletin(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return paper(notices.bulletin(bulletinId), papers::bulletin, lang, bulletinId);
  }

  @GET
  @Path("/draws/{drawId}/notice.pdf")
  @Operation(
      summary = "抽查任务公告" + KEPT,
      description =
          "Promised, sealed, made or void, as its page says it. A part holds 500 of the drawn; what is"
              + " not the list stands in the first. 404 where there is no such part."
              + CHECKED)
  public Uni<RestResponse<byte[]>> draw(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("part")
          @DefaultValue("1")
          @Min(1)
          @Max(MOST_PARTS)
          @Parameter(description = "of a list of more than 500 subjects")
          int part,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return paper(
        notices.shown(drawId),
        (draw, language) -> papers.draw(draw, part, language),
        lang,
        drawId + (part == 1 ? "" : "-" + part));
  }

  @GET
  @Path("/results/{resultId}/notice.pdf")
  @Operation(
      summary = "检查结果公告" + KEPT,
      description =
          "As everybody may read it today; corrected, withdrawn or a stub where it is." + CHECKED)
  public Uni<RestResponse<byte[]>> result(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return paper(notices.result(resultId), papers::result, lang, resultId);
  }

  private <T> Uni<RestResponse<byte[]>> paper(
      Uni<T> notice, BiFunction<T, Locale, byte[]> print, @Nullable String lang, String name) {
    var language = answers.language(lang);
    return notice
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(found -> print.apply(found, language))
        .map(pdf -> PaperAnswers.pdf(pdf, name));
  }
}
