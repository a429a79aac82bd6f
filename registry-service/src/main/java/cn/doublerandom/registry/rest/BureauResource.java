package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.key.DocumentNumberForm;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Bureaus;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.servicekit.identity.OfInstallation;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import cn.doublerandom.servicekit.text.UnifiedSocialCreditCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 单位登记簿: which bureaus this installation serves. */
@Path("/api/v1/bureaus")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bureaus", description = "单位登记簿")
@OfInstallation
public class BureauResource {
  private static final int LONGEST_KEY = 19;

  @Inject Bureaus bureaus;
  @Inject Requests requests;

  /**
   * What the register is to say of a bureau.
   *
   * @param rulePacks ids of the packs that hold for it beside the national ones
   * @param documentNumbers how it numbers its documents
   */
  public record BureauEntry(
      @NotBlank @Size(max = 58) @Schema(examples = "清河县市场监督管理局") String name,
      @NotBlank @Size(max = 18) @Schema(examples = "11130534MB0000027X") String creditCode,
      @NotNull @Size(max = 20) List<@NotBlank @Size(max = 64) String> rulePacks,
      @NotBlank @Size(max = 60) @Schema(examples = "清市监〔{year}〕{number}号") String documentNumbers) {
    /** The key of a bureau as it is typed. */
    public static BureauKey key(String text) {
      Optional<BureauKey> key = BureauKey.of(text);
      FieldRules.sound(
          "bureau",
          "bureau-key",
          key.isPresent()
              ? Optional.empty()
              : Optional.of("单位代号应为 6 位行政区划代码，同一区划的其他单位后加“.”和小写字母、数字，例如 130534.scjg。"));
      return key.orElseThrow();
    }

    /** What is meant: the entry of a bureau. */
    public BureauDetails meant(BureauKey key) {
      FieldRules.unit("name", name);
      FieldRules.sound(
          "creditCode",
          "credit-code",
          UnifiedSocialCreditCode.fault(creditCode).map(UnifiedSocialCreditCode.Fault::text));
      FieldRules.words("documentNumbers", documentNumbers);
      FieldRules.sound(
          "documentNumbers", "document-numbers", DocumentNumberForm.fault(documentNumbers));
      for (String pack : rulePacks) {
        if (RulePackFiles.shipped().find(pack).isEmpty()) {
          throw new ProblemException(RegistryRejection.RULE_PACK_UNKNOWN);
        }
      }
      return BureauDetails.of(key, name, creditCode, rulePacks, documentNumbers);
    }
  }

  /** Why a bureau is to be served no more. */
  public record BureauClosing(@NotBlank @Size(max = 500) String reason) {}

  @GET
  @RolesAllowed({Roles.PLATFORM, Roles.AUDITOR})
  @Operation(summary = "The bureaus by key, those whose first entry waits too")
  public Uni<Page<ListedBureau>> list(@BeanParam @Valid Paging paging) {
    return bureaus
        .page(paging.afterKey(), paging.limit() + 1)
        .map(rows ->
            Page.of(
                rows.stream().map(ListedBureau::of).toList(),
                paging.limit(),
                ListedBureau::bureau));
  }

  @GET
  @Path("/{bureau}")
  @Versioned
  @Refuses(409)
  @RolesAllowed({Roles.PLATFORM, Roles.AUDITOR})
  @Operation(summary = "A bureau, and what waits for a second person")
  public Uni<RestResponse<BureauOnRegister>> one(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau) {
    BureauKey key = BureauEntry.key(bureau);
    return bureaus
        .known(key)
        .map(loaded ->
            Answers.versioned(
                BureauOnRegister.of(key, existing(loaded.state())), loaded.version()));
  }

  @PUT
  @Path("/{bureau}")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.PLATFORM)
  @Operation(
      summary =
          "Say what the register is to have of a bureau, a new one or one that was closed too; it"
              + " waits for a second person")
  public Uni<RestResponse<BureauOnRegister>> request(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau,
      @NotNull @Valid BureauEntry entry) {
    BureauKey key = BureauEntry.key(bureau);
    return bureaus
        .request(entry.meant(key), requests.context(entry))
        .map(handled -> Answers.ok(handled, state -> BureauOnRegister.of(key, state)));
  }

  @POST
  @Path("/{bureau}/closing")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.PLATFORM)
  @Operation(
      summary =
          "Ask that a bureau be served no more; it waits for a second person, and what it did"
              + " stays readable")
  public Uni<RestResponse<BureauOnRegister>> close(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau,
      @NotNull @Valid BureauClosing closing) {
    BureauKey key = BureauEntry.key(bureau);
    return bureaus
        .requestClosing(key, closing.reason(), requests.context(closing))
        .map(handled -> Answers.ok(handled, state -> BureauOnRegister.of(key, state)));
  }

  @POST
  @Path("/{bureau}/approval")
  @Versioned
  @Approves(read = "/api/v1/bureaus/{bureau}")
  @RolesAllowed(Roles.PLATFORM)
  @Operation(summary = "Another person agrees to what waits")
  public Uni<RestResponse<BureauOnRegister>> approve(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau) {
    BureauKey key = BureauEntry.key(bureau);
    return bureaus
        .approve(key, requests.context("approve-bureau"))
        .map(handled -> Answers.ok(handled, state -> BureauOnRegister.of(key, state)));
  }

  @POST
  @Path("/{bureau}/decline")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.PLATFORM)
  @Operation(
      summary = "Another person does not agree, or whoever asked takes it back, with a reason")
  public Uni<RestResponse<BureauOnRegister>> decline(
      @PathParam("bureau") @Size(max = LONGEST_KEY) String bureau,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    BureauKey key = BureauEntry.key(bureau);
    return bureaus
        .end(key, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, state -> BureauOnRegister.of(key, state)));
  }

  private static RegisteredBureau existing(RegisteredBureau bureau) {
    if (bureau.entry().isEmpty() && bureau.asked().isEmpty()) {
      throw new ProblemException(RegistryRejection.BUREAU_UNKNOWN);
    }
    return bureau;
  }
}
