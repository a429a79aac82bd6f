package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.CaseFiles;
import cn.doublerandom.inspection.application.Evidences;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseFileDirectory;
import cn.doublerandom.inspection.archive.CaseSeal;
import cn.doublerandom.inspection.archive.CaseVisit;
import cn.doublerandom.inspection.archive.Completeness;
import cn.doublerandom.inspection.archive.OwnPapers;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.archive.PaperKind;
import cn.doublerandom.inspection.archive.Signature;
import cn.doublerandom.inspection.visit.Overruled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 抽查资料归档: the case file of a draw. */
@Path("/api/v1/case-files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "case-files", description = "抽查资料归档")
public class CaseFileResource {
  private static final String DRAW_ID = "[0-9A-Za-z.-]{1,64}";

  @Inject CaseFiles files;
  @Inject Requests requests;
  @Inject Officers officers;

  /**
   * @param by account or unit; left out for a subject, whose name stays on the paper
   * @param refusal why the subject would not sign
   */
  public record Signed(
      @NotNull @Schema(examples = "INSPECTOR") Signature.Role role,
      @Nullable @Size(max = 100) @Schema(examples = "JT001") String by,
      @Nullable @Size(min = 1, max = 500) String refusal) {}

  /**
   * @param subject who was visited; left out for a paper of the whole draw
   * @param sha256 of the scan, which may be handed in or stay in the office's own store
   */
  public record Filing(
      @NotNull @Schema(examples = "RECORD") PaperKind kind,
      @Nullable @Size(min = 1, max = 64) @Schema(examples = "91130534MA0583325Y") String subject,
      @NotBlank @Size(max = 200) @Schema(examples = "现场检查笔录") String title,
      @NotNull
          @Pattern(regexp = "[0-9a-f]{64}", message = "{words.hex-64}")
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8fc8d45ad6156555055b2326292a898292")
          String sha256,
      @NotNull @Size(max = 20) List<@Valid @NotNull Signed> signatures) {
    Paper paper() {
      return new Paper(
          kind,
          subject,
          title,
          sha256,
          signatures.stream()
              .map(s -> new Signature(s.role, s.by == null ? "" : s.by, s.refusal))
              .toList());
    }
  }

  /**
   * A scan that is kept.
   *
   * @param sha256 64 lowercase hex digits
   */
  public record KeptScan(String sha256, long bytes) {}

  /**
   * A case file as it stands.
   *
   * @param archivedOn absent as long as it is open
   * @param seal of its bundle; absent as long as it is open, and where it was archived without one
   * @param missing papers, signatures and follow-ups, one line each
   * @param own papers each visit holds itself, by subject
   * @param overruled findings that were dropped, by another member or by who found them, by subject
   */
  public record State(
      String drawId,
      @Nullable LocalDate archivedOn,
      @Nullable CaseSeal seal,
      List<Paper> papers,
      List<String> missing,
      Map<String, OwnPapers> own,
      Map<String, List<Overruled>> overruled) {
    static State of(String drawId, CaseFile file, List<CaseVisit> visits) {
      return new State(
          drawId,
          file.archivedOn().orElse(null),
          file.seal().orElse(null),
          List.copyOf(file.all()),
          Completeness.missing(file, visits),
          visits.stream().collect(Collectors.toMap(CaseVisit::subject, CaseVisit::own)),
          visits.stream()
              .filter(v -> !v.overruled().isEmpty())
              .collect(Collectors.toMap(CaseVisit::subject, CaseVisit::overruled)));
    }
  }

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "Case files of the draws of which one may read a visit, the last draw first")
  public Uni<Page<CaseFileDirectory.Line>> list(@BeanParam @Valid Paging paging) {
    return files
        .list(officers.officer(), paging.afterKey(), paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), CaseFileDirectory.Line::drawId));
  }

  @GET
  @Versioned
  @Path("/{drawId}")
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "The papers of a draw, and which papers and signatures are missing")
  public Uni<RestResponse<State>> one(
      @PathParam("drawId") @Pattern(regexp = DRAW_ID, message = "{words.draw-id}") String drawId) {
    return files
        .one(drawId, officers.officer())
        .map(found ->
            Answers.versioned(
                State.of(drawId, found.told().state(), found.visits()), found.told().version()));
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/{drawId}/papers")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(summary = "File a paper by the hash of its scan, with the signatures on it")
  public Uni<RestResponse<State>> file(
      @PathParam("drawId") @Pattern(regexp = DRAW_ID, message = "{words.draw-id}") String drawId,
      @NotNull @Valid Filing body) {
    return files
        .file(drawId, body.paper(), officers.officer(), () -> requests.context(body))
        .map(filed -> Answers.ok(filed.told(), file -> State.of(drawId, file, filed.visits())));
  }

  @POST
  @Path("/{drawId}/scans")
  @Extension(name = BodyLimits.MOST_BYTES, value = EvidenceResource.FILE)
  @Consumes({MediaTypes.BYTES, MediaTypes.FORM})
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Blocking
  @Operation(
      summary = "Hand in the scan of a paper that was filed by its hash: PDF, JPEG or PNG, 20 MB",
      description =
          "It lies sealed like evidence and goes into the bundle. 409 `scan-of-no-paper` where no"
              + " paper was filed by its hash; 422 `scan-unfit` where its bytes are something else,"
              + " 422 `file-not-whole` where their end is missing.")
  public KeptScan scan(
      @PathParam("drawId") @Pattern(regexp = DRAW_ID, message = "{words.draw-id}") String drawId,
      File body)
      throws IOException {
    byte[] scan = Evidences.content(requests.file(body));
    return new KeptScan(files.scan(drawId, scan, officers.officer()), scan.length);
  }

  @GET
  @Path("/{drawId}/scans/{sha256}")
  @Produces(MediaTypes.BYTES)
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Blocking
  @Operation(
      summary = "A scan that was handed in, or the bundle of an archived file, byte for byte",
      description = "The bundle has the hash of the seal. `./suite verify` judges it.")
  public RestResponse<byte[]> bytes(
      @PathParam("drawId") @Pattern(regexp = DRAW_ID, message = "{words.draw-id}") String drawId,
      @PathParam("sha256") @Pattern(regexp = "[0-9a-f]{64}", message = "{words.hex-64}")
          String sha256) {
    return RestResponse.ResponseBuilder.ok(files.bytes(drawId, sha256, officers.officer()))
        .header("Content-Disposition", "attachment; filename=\"" + sha256 + "\"")
        .build();
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{drawId}/archive")
  @RolesAllowed({Roles.COORDINATOR, Roles.UNIT_LEAD})
  @Operation(
      summary =
          "Archive, with a sealed bundle: refused while a paper, a signature or a follow-up is missing")
  public Uni<RestResponse<State>> archive(
      @PathParam("drawId") @Pattern(regexp = DRAW_ID, message = "{words.draw-id}") String drawId) {
    return files
        .archive(drawId, officers.officer(), () -> requests.context("archive"))
        .map(archived ->
            Answers.created(archived.told(), file -> State.of(drawId, file, archived.visits())));
  }
}
