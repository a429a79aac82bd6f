package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.SigningKeys;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SigningKey;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 签名密钥: the key an account signs records with. */
@Path("/api/v1/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "signing-keys", description = "签名密钥")
public class SigningKeyResource {
  @Inject SigningKeys keys;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /**
   * A key that was made on a phone.
   *
   * @param publicKey raw, base64: 32 bytes of Ed25519 or 65 of P-256 where a browser has no other
   * @param proof signature by it over the three lines {@code double-random/signing-key/1}, account
   *     and public key, base64
   */
  public record KeyEnrolment(
      @NotBlank @Size(max = 100) String publicKey, @NotBlank @Size(max = 200) String proof) {}

  /** Why a key signs no more. */
  public record KeyRevocation(
      @NotBlank @Size(max = 500) @Schema(examples = "手机遗失") String reason) {}

  /**
   * How an account signs.
   *
   * @param key absent where none is enrolled
   * @param lastUsedOn business day on which it last signed a record; absent where it never did, and
   *     in the answer to what changes the key
   */
  public record AccountKey(
      String account, @Nullable SigningKey key, @Nullable LocalDate lastUsedOn) {
    static AccountKey of(String account, Signer signer) {
      return new AccountKey(account, signer.key().orElse(null), null);
    }

    static AccountKey of(String account, SigningKeys.Standing known) {
      return new AccountKey(account, known.signer().key().orElse(null), known.lastUsedOn());
    }
  }

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "All accounts that enrolled a key, by account")
  public Uni<Page<SigningKeys.ListedKey>> list(@BeanParam @Valid Paging paging) {
    return keys.list(paging.afterKey(), paging.limit() + 1)
        .map(found -> Page.of(found, paging.limit(), SigningKeys.ListedKey::account));
  }

  @GET
  @Versioned
  @Path("/{account}")
  @RolesAllowed({Roles.INSPECTOR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(
      summary =
          "The public key an account signs with, and when it last did; none where none is enrolled",
      description =
          "404 `officer-unknown` where no key, no officer of the register and not oneself is meant.")
  public Uni<RestResponse<AccountKey>> one(@PathParam("account") @Size(max = 64) String account) {
    return keys.known(account, requests.actor())
        .map(known -> Answers.versioned(AccountKey.of(account, known), known.version()));
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/mine")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Enrol a key for the own account, with a signature that shows it is held",
      description = "409 `signing-key-stands` as long as another one is not revoked.")
  public Uni<RestResponse<AccountKey>> enrol(@NotNull @Valid KeyEnrolment body) {
    return keys.enrol(body.publicKey(), body.proof(), requests.context(body))
        .map(done -> Answers.ok(done, signer -> AccountKey.of(requests.actor(), signer)));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{account}/revocation")
  @RolesAllowed({Roles.INSPECTOR, Roles.COORDINATOR})
  @Operation(
      summary = "A key signs no more: the own one, or by the coordinator anybody's",
      description = "What it signed before stays signed.")
  public Uni<RestResponse<AccountKey>> revoke(
      @PathParam("account") @Size(max = 64) String account, @NotNull @Valid KeyRevocation body) {
    return keys.revoke(
            account, identity.hasRole(Roles.COORDINATOR), body.reason(), requests.context(body))
        .map(done -> Answers.ok(done, signer -> AccountKey.of(account, signer)));
  }
}
