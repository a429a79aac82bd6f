package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.application.DrawPapers;
import cn.doublerandom.draw.drawing.application.PrintedDraws;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An executed draw as the papers that are signed; to be read by whoever may read the draw. */
@Path("/api/v1")
@PermitAll
@Tag(name = "draws", description = "抽取")
public class DrawPaperResource {
  /** A million subjects in parts of five hundred. */
  static final int MOST_PARTS = 2_000;

  @Inject PrintedDraws draws;
  @Inject DrawPapers papers;
  @Inject PaperAnswers answers;

  @GET
  @Path("/draws/{drawId}/list.pdf")
  @Produces(PaperAnswers.PDF)
  @Operation(
      summary = "抽取名单 to print and sign (PDF/A-2b, PDF/UA-1)",
      description =
          "Who was drawn, class by class, and who visits whom. A part holds 500 subjects; the last is"
              + " signed. The same draw gives the same bytes; 404 where there is no such part.")
  public Uni<RestResponse<byte[]>> list(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("part")
          @DefaultValue("1")
          @Min(1)
          @Max(MOST_PARTS)
          @Parameter(description = "of a list of more than 500 subjects")
          int part,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return pdf(drawId, DrawPapers.Kind.LIST, part, lang, "-list-" + part);
  }

  @GET
  @Path("/draws/{drawId}/list.html")
  @Produces(PaperAnswers.HTML)
  @Operation(summary = "The same as a page")
  public Uni<RestResponse<String>> listPage(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("part")
          @DefaultValue("1")
          @Min(1)
          @Max(MOST_PARTS)
          @Parameter(description = "of a list of more than 500 subjects")
          int part,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return page(drawId, DrawPapers.Kind.LIST, part, lang);
  }

  @GET
  @Path("/draws/{drawId}/record.pdf")
  @Produces(PaperAnswers.PDF)
  @Operation(
      summary = "抽取记录 to print and sign (PDF/A-2b, PDF/UA-1)",
      description =
          "How the draw came about: lists, exclusions, numbers by class, who promised and revealed"
              + " what. The same draw gives the same bytes.")
  public Uni<RestResponse<byte[]>> record(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return pdf(drawId, DrawPapers.Kind.RECORD, 1, lang, "-record");
  }

  @GET
  @Path("/draws/{drawId}/record.html")
  @Produces(PaperAnswers.HTML)
  @Operation(summary = "The same as a page")
  public Uni<RestResponse<String>> recordPage(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    return page(drawId, DrawPapers.Kind.RECORD, 1, lang);
  }

  private Uni<RestResponse<byte[]>> pdf(
      String drawId, DrawPapers.Kind kind, int part, @Nullable String lang, String name) {
    var language = answers.language(lang);
    return draws
        .of(drawId)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(draw -> papers.pdf(draw, kind, part, language))
        .map(pdf -> PaperAnswers.pdf(pdf, drawId + name));
  }

  private Uni<RestResponse<String>> page(
      String drawId, DrawPapers.Kind kind, int part, @Nullable String lang) {
    var language = answers.language(lang);
    return draws
        .of(drawId)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(draw -> papers.page(draw, kind, part, language))
        .map(PaperAnswers::page);
  }
}
