package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.CaseFiles;
import cn.doublerandom.inspection.application.Evidences;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseFileDirectory;
import cn.doublerandom.inspection.archive.CaseVisit;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.archive.PaperKind;
import cn.doublerandom.inspection.archive.Signature;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 卷宗 at the desk, as {@code …/api/v1/case-files} does it. */
@Path("/ui/case-files")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class CaseFilePages {
  private static final int LIMIT = 50;

  @Inject
  @Location("inspection/case-files.html")
  Template listPage;

  @Inject
  @Location("inspection/case-file.html")
  Template filePage;

  @Inject Desk desk;
  @Inject CaseFiles files;
  @Inject VisitParticulars particulars;
  @Inject VisitReader reader;

  /**
   * A paper that is filed with its scan.
   *
   * @param subject who was visited; absent where it is of the whole draw
   * @param signed in which roles it is signed: INSPECTOR for himself, SUBJECT
   * @param witness names, absent where there is none; so are the others
   * @param refusal why the subject would not sign
   */
  public record ScanToFile(
      @NotNull PaperKind kind,
      @Nullable @Size(max = 64) String subject,
      @NotBlank @Size(max = 200) String title,
      @Nullable @Size(max = 5) List<Signature.Role> signed,
      @Nullable @Size(max = 100) String witness,
      @Nullable @Size(max = 100) String leader,
      @Nullable @Size(max = 100) String seal,
      @Nullable @Size(max = 500) String refusal) {
    Paper paper(String sha256, String officer) {
      List<Signature> signatures = new ArrayList<>();
      List<Signature.Role> roles = signed == null ? List.of() : signed;
      if (roles.contains(Signature.Role.INSPECTOR)) {
        signatures.add(new Signature(Signature.Role.INSPECTOR, officer, null));
      }
      if (roles.contains(Signature.Role.SUBJECT) || refusal != null) {
        signatures.add(new Signature(Signature.Role.SUBJECT, "", refusal));
      }
      add(signatures, Signature.Role.WITNESS, witness);
      add(signatures, Signature.Role.LEADER, leader);
      add(signatures, Signature.Role.SEAL, seal);
      return new Paper(kind, subject, title, sha256, signatures);
    }

    private static void add(List<Signature> all, Signature.Role role, @Nullable String by) {
      if (by != null) {
        all.add(new Signature(role, by, null));
      }
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
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(
        files
            .list(reader.officer(), Page.keyAfter(query.after()), LIMIT + 1)
            .map(found -> {
              Page<CaseFileDirectory.Line> page =
                  Page.of(found, LIMIT, CaseFileDirectory.Line::drawId);
              return listPage
                  .data("today", reader.today())
                  .data("rows", new Rows<>(page.items(), query.from(), -1, page.next()));
            }));
  }

  @GET
  @Path("/{draw}")
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("draw") @Size(max = 64) String draw) {
    return desk.show(page(draw, "", desk.forms().blank()));
  }

  private Uni<TemplateInstance> page(String draw, String step, FilledForm form) {
    Officer officer = reader.officer();
    CaseWords words = desk.words(CaseWords.class);
    return files
        .one(draw, officer)
        .flatMap(found ->
            particulars
                .namesOf(found.visits().stream().map(CaseVisit::subject).toList())
                .map(names -> {
                  CaseFile file = found.told().state();
                  var shown =
                      new ShownCaseFile(
                          draw, file, found.visits(), names, files.scanned(draw, file), officer);
                  return filePage
                      .data("shown", shown)
                      .data("acts", acts(shown))
                      .data("archives", archives(shown))
                      .data("kinds", kinds(words))
                      .data("subjects", shown.subjects())
                      .data(
                          "roles",
                          List.of(
                              new Choice("INSPECTOR", words.signedMyself()),
                              new Choice("SUBJECT", words.signedBySubject())))
                      .data(
                          "forms",
                          new StepForms(desk.forms(), step, form, 0, found.told().version()));
                }));
  }

  private boolean acts(ShownCaseFile shown) {
    return shown.isOpen()
        && (reader.goes() || reader.officer().reach() != Officer.Reach.TEAM)
        && !reader.onlyReads()
        && shown.files();
  }

  private boolean archives(ShownCaseFile shown) {
    return acts(shown) && reader.officer().reach() != Officer.Reach.TEAM;
  }

  private static List<Choice> kinds(CaseWords words) {
    return Arrays.stream(PaperKind.values())
        .map(kind -> new Choice(kind.name(), words.paperOf(kind)))
        .toList();
  }

  @POST
  @Path("/{draw}/scans")
  @Consumes(Forms.PARTS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> file(@PathParam("draw") @Size(max = 64) String draw, File body) {
    return desk.does(
        body,
        form -> Uni.createFrom().item(() -> file(draw, form)),
        form -> page(draw, "paper", form));
  }

  private PageAddress file(String draw, Form form) {
    ScanToFile asked = form.as(ScanToFile.class);
    byte[] scan = content(form);
    Paper paper = asked.paper(Sha256.hex(scan), reader.officer().account());
    // The same form with another file is another request.
    String request = asked + " " + paper.sha256();
    var filed = files.file(draw, paper, scan, reader.officer(), () -> form.context(request));
    return Desk.seen(
        InspectionPlaces.caseFile(draw),
        VisitStreams.CASE_FILE.of(draw),
        Refusals.require(filed.told()).version());
  }

  private byte[] content(Form form) {
    return Evidences.content(
        form.file()
            .orElseThrow(() ->
                new ProblemException(
                    EdgeRejection.FIELD_INVALID,
                    List.of(
                        new Problem.FieldError(
                            "file", null, "invalid", desk.words(CaseWords.class).noFile())),
                    Map.of())));
  }

  @POST
  @Path("/{draw}/archive")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> archive(
      @PathParam("draw") @Size(max = 64) String draw, byte[] body) {
    return desk.does(
        body,
        form ->
            files
                .archive(draw, reader.officer(), () -> form.context("archive"))
                .map(done ->
                    Desk.seen(
                        InspectionPlaces.caseFile(draw),
                        VisitStreams.CASE_FILE.of(draw),
                        Refusals.require(done.told()).version())),
        form -> page(draw, "archive", form));
  }

  @GET
  @Path("/{draw}/scans/{sha256}")
  @Produces(MediaTypes.BYTES)
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Blocking
  @Operation(hidden = true)
  public RestResponse<byte[]> bytes(
      @PathParam("draw") @Size(max = 64) String draw,
      @PathParam("sha256") @Size(max = 64) String sha256) {
    byte[] found = files.bytes(draw, sha256, reader.officer());
    boolean zip = found.length > 1 && found[0] == 'P' && found[1] == 'K';
    return RestResponse.ResponseBuilder.ok(found)
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s%s\"".formatted(zip ? draw : sha256, zip ? ".zip" : ""))
        .build();
  }
}
