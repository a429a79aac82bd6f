package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.OfficeLevel;
import cn.doublerandom.servicekit.csv.CsvTable;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽查事项清单: import the catalogue, claim and release items. */
@Path("/api/v1/items")
@Tag(name = "items", description = "抽查事项清单")
public class ItemResource {
  private static final List<String> HEADS =
      List.of("编号", "抽查事项名称", "抽查依据", "事项类别", "层级", "领域", "抽查方式");
  private static final Map<String, ItemCategory> CATEGORIES =
      Map.of("一般", ItemCategory.GENERAL, "重点", ItemCategory.KEY);
  private static final Map<String, OfficeLevel> LEVELS =
      Map.of(
          "省", OfficeLevel.PROVINCE,
          "市", OfficeLevel.CITY,
          "县", OfficeLevel.COUNTY,
          "所", OfficeLevel.STATION);

  @Inject CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;
  @Inject ItemDirectory directory;
  @Inject Requests requests;

  /** The claim of an item for the office's own level. */
  public record Claim(
      @NotBlank @Size(max = 200) @Schema(examples = "清河县交通运输局") String unit,
      @NotNull @Schema(examples = "COUNTY") OfficeLevel level,
      @NotNull @Size(max = 500) @Schema(examples = "三定规定第三条第（二）项") String mandate) {}

  public record Release(@NotNull @Size(max = 500) @Schema(examples = "事权上收") String reason) {}

  /** Who claimed an item; empty where nobody did. */
  public record ItemState(String code, String claimedBy) {}

  @POST
  @Path("/imports")
  @Consumes("text/csv")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Import the catalogue, CSV with a header row; all rows or none")
  public Uni<ImportReport> load(byte[] file) {
    List<ItemDetails> rows = CsvTable.read(file, HEADS, ItemResource::row, ItemDetails::code);
    Map<String, ItemCommand> commands = new LinkedHashMap<>();
    rows.forEach(r -> commands.put(RegistryStreams.ITEM + r.code(), new ItemCommand.ListItem(r)));
    return items
        .handleAll(commands, requests.context(rows))
        .map(outcomes -> ImportReport.of(rows.size(), outcomes.values()));
  }

  private static ItemDetails row(CsvTable.Row row) {
    return new ItemDetails(
        row.required("编号", 64),
        row.required("抽查事项名称", 200),
        row.required("抽查依据", 1000),
        row.oneOf("事项类别", CATEGORIES),
        row.oneOf("层级", LEVELS),
        row.required("领域", 100),
        row.required("抽查方式", 100));
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
  @Path("/{code}/claim")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(summary = "Claim an item within the office's mandate")
  public Uni<RestResponse<ItemState>> claim(
      @PathParam("code") @Size(max = 64) String code, @NotNull @Valid Claim claim) {
    var command =
        new ItemCommand.ClaimItem(
            claim.unit(), claim.level(), claim.mandate(), BusinessClock.day(requests.now()));
    return items
        .handle(RegistryStreams.ITEM + code, command, requests.context(claim))
        .map(handled -> Answers.created(handled, item -> state(code, item)));
  }

  @POST
  @Path("/{code}/release")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(summary = "Give a claimed item back")
  public Uni<RestResponse<ItemState>> release(
      @PathParam("code") @Size(max = 64) String code, @NotNull @Valid Release release) {
    return items
        .handle(
            RegistryStreams.ITEM + code,
            new ItemCommand.ReleaseItem(release.reason()),
            requests.context(release))
        .map(handled -> Answers.ok(handled, item -> state(code, item)));
  }

  private static ItemState state(String code, InspectionItem item) {
    return new ItemState(code, item instanceof InspectionItem.Claimed c ? c.unit() : "");
  }
}
