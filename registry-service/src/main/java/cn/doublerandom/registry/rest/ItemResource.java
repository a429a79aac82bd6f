package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 抽查事项清单: import the catalogue, claim and release items. */
@Path("/api/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items", description = "抽查事项清单")
public class ItemResource {
  private static final String DECIMAL = "-?[0-9]{1,9}(\\.[0-9]{1,4})?";

  @Inject Items items;
  @Inject ItemDirectory directory;
  @Inject Requests requests;

  /** The claim of an item for an office whose mandate is registered. */
  public record Claim(@NotBlank @Size(max = 200) @Schema(examples = "清河县交通运输局") String unit) {}

  public record Release(@NotNull @Size(max = 500) @Schema(examples = "事权上收") String reason) {}

  /**
   * Who claimed an item; empty where nobody did.
   *
   * @param releaseWaits why its release is asked for, as long as that waits for a second person
   */
  public record ItemState(String code, String claimedBy, @Nullable String releaseWaits) {}

  @POST
  @Conditional
  @Path("/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.SMALL_TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(
      summary = "Import items, csv or xlsx with a header row; see catalogues for versions",
      description =
          "A row that changes field, method, basis, level or category of a claimed item is refused,"
              + " `item-claimed`: two people release it first. One that gives a claimed item"
              + " another name waits as a whole for a second person (`waiting`).")
  public ImportReport load(File file, @BeanParam ImportOptions options) throws IOException {
    return ImportReport.of(items.take(requests.file(file), options.wish(), requests::context));
  }

  @GET
  @PermitAll
  @Operation(summary = "The catalogue by code, with who claimed what")
  public Uni<Page<ItemDirectory.Entry>> list(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), e -> e.details().code()));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{code}/claim")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(summary = "Claim an item within the office's mandate")
  public Uni<RestResponse<ItemState>> claim(
      @PathParam("code") @Size(max = 64) String code, @NotNull @Valid Claim claim) {
    FieldRules.unit("unit", claim.unit());
    return items
        .claim(code, claim.unit(), requests.context(claim))
        .map(handled -> Answers.created(handled, item -> state(code, item)));
  }

  /** What is asked on site for an item. */
  public record ChecklistRequest(
      @NotEmpty @Size(max = 200) List<@NotNull @Valid QuestionRequest> questions) {
    /** The same of questions as the rules have them. */
    public static ChecklistRequest of(List<Checklist.Question> questions) {
      return new ChecklistRequest(
          questions.stream()
              .map(q ->
                  new QuestionRequest(
                      q.id(),
                      q.text(),
                      q.kind(),
                      q.guidance(),
                      q.clause(),
                      q.options(),
                      q.measuredIn(),
                      q.least(),
                      q.most()))
              .toList());
    }

    /** What is meant. */
    public Checklist meant() {
      return new Checklist(
          questions.stream()
              .map(q ->
                  new Checklist.Question(
                      q.id(),
                      q.text(),
                      q.kind(),
                      q.guidance(),
                      q.clause(),
                      q.options(),
                      q.measuredIn(),
                      q.least(),
                      q.most()))
              .toList());
    }
  }

  /**
   * One question.
   *
   * @param options of a choice; absent otherwise
   * @param measuredIn unit of a number; absent otherwise
   * @param least of a number that keeps to the law, a decimal; absent where there is no limit
   * @param most likewise
   */
  public record QuestionRequest(
      @NotBlank @Size(max = 40) @Schema(examples = "Q1") String id,
      @NotBlank @Size(max = 500) @Schema(examples = "是否在许可范围内经营？") String text,
      @NotNull @Schema(examples = "YES_NO_NOT_APPLICABLE") Checklist.AnswerKind kind,
      @NotNull @Size(max = 2000) @Schema(examples = "查验许可证与实际经营项目") String guidance,
      @NotNull @Size(max = 500) @Schema(examples = "道路运输条例第六十三条") String clause,
      @Nullable @Size(min = 2, max = 20) List<@NotBlank @Size(max = 60) String> options,
      @Nullable @Size(max = 20) @Schema(examples = "分贝") String measuredIn,
      @Nullable @Pattern(regexp = DECIMAL, message = "{words.decimal}") @Schema(examples = "0")
          String least,
      @Nullable @Pattern(regexp = DECIMAL, message = "{words.decimal}") @Schema(examples = "85.5")
          String most) {}

  @PUT
  @Versioned
  @Conditional
  @Path("/{code}/checklist")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(summary = "Lay down what is asked on site for an item")
  public Uni<RestResponse<Checklist>> checklist(
      @PathParam("code") @Size(max = 64) String code, @NotNull @Valid ChecklistRequest request) {
    Checklist checklist = request.meant();
    return items
        .ask(code, checklist, requests.context(request))
        .map(handled -> Answers.ok(handled, item -> checklist));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{code}/release")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(
      summary = "Ask to give a claimed item back; a second person decides",
      description =
          "The item stays claimed (`releaseWaits`) until another account approves. One request"
              + " waits at a time: 409 `release-waits`.")
  public Uni<RestResponse<ItemState>> release(
      @PathParam("code") @Size(max = 64) String code, @NotNull @Valid Release release) {
    return items
        .release(code, release.reason(), requests.context(release))
        .map(handled -> Answers.ok(handled, item -> state(code, item)));
  }

  @GET
  @Versioned
  @Path("/{code}/release")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.UNIT_LEAD,
    Roles.APPROVER,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary = "Who claimed an item and why it is to be released; who approves names its ETag")
  public Uni<RestResponse<ItemState>> waiting(@PathParam("code") @Size(max = 64) String code) {
    return items
        .one(code)
        .map(loaded -> Answers.versioned(state(code, loaded.state()), loaded.version()));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/items/{code}/release")
  @Path("/{code}/release/approval")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Operation(summary = "Approve the release of a claimed item, as another person than asked for it")
  public Uni<RestResponse<ItemState>> approve(@PathParam("code") @Size(max = 64) String code) {
    return items
        .approveRelease(code, requests.context("release-approval"))
        .map(handled -> Answers.ok(handled, item -> state(code, item)));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{code}/release/decline")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Operation(
      summary = "Decline the release of a claimed item, or take one's own back, with a reason")
  public Uni<RestResponse<ItemState>> decline(
      @PathParam("code") @Size(max = 64) String code,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return items
        .endRelease(code, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, item -> state(code, item)));
  }

  private static ItemState state(String code, InspectionItem item) {
    return item instanceof InspectionItem.Claimed c
        ? new ItemState(
            code, c.unit(), c.release().map(InspectionItem.ReleaseRequest::reason).orElse(null))
        : new ItemState(code, "", null);
  }
}
