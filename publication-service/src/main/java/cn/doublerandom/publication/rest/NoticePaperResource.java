package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.NoticePapers;
import cn.doublerandom.publication.application.PublicNotices;
import cn.doublerandom.servicekit.rest.PaperAnswers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Public notices as papers anybody may keep. */
@Path("/api/v1")
@PermitAll
@Tag(name = "notices", description = "公示")
public class NoticePaperResource {
  @Inject PublicNotices notices;
  @Inject NoticePapers papers;
  @Inject PaperAnswers answers;

  @GET
  @Path("/results/{resultId}/notice.pdf")
  @Produces(PaperAnswers.PDF)
  @Operation(
      summary = "检查结果公告 to keep or to print (PDF/A-2b, PDF/UA-1)",
      description =
          "As everybody may read it today; corrected, withdrawn or a stub where it is. Its code leads to the"
              + " proof that it stands in the log of notices, and ./suite verify notice takes the file.")
  public Uni<RestResponse<byte[]>> result(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @QueryParam("lang") @Pattern(regexp = PaperAnswers.LANGUAGES, message = "{words.language}")
          @Nullable String lang) {
    var language = answers.language(lang);
    return notices
        .result(resultId)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(shown -> papers.pdf(shown, language))
        .map(pdf -> PaperAnswers.pdf(pdf, resultId));
  }
}
