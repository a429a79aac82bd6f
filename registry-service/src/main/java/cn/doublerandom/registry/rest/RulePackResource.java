package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.bureau.rules.RulePack;
import cn.doublerandom.bureau.rules.RulePacks;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 规则包: which rule holds when, and on what legal basis. */
@Path("/api/v1/rule-packs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rule-packs", description = "规则包")
public class RulePackResource {
  private static final RulePacks PACKS = RulePackFiles.shipped();

  /** Those this bureau works under. */
  @Inject RuleBook rules;

  private static final ObjectMapper JSON = RulePackFiles.mapper();

  @GET
  @PermitAll
  @Operation(summary = "All packs, without their rules")
  public JsonNode list() {
    ArrayNode packs = JSON.createArrayNode();
    for (RulePack pack : PACKS.packs()) {
      ObjectNode one = JSON.valueToTree(pack);
      one.remove("rules");
      one.remove("examples");
      one.put("openClauses", pack.rules().stream().filter(RulePack.Rule::isClauseOpen).count());
      packs.add(one);
    }
    return packs;
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(summary = "A pack with its rules, their basis and the examples it was tested with")
  public JsonNode one(@PathParam("id") @Size(max = 64) String id) {
    ObjectNode pack = JSON.valueToTree(pack(id));
    pack.path("rules").forEach(RulePackResource::explain);
    return pack;
  }

  @GET
  @Path("/{id}/diff/{other}")
  @PermitAll
  @Operation(summary = "What differs from one pack to another")
  public JsonNode diff(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("other") @Size(max = 64) String other) {
    ArrayNode differences = JSON.createArrayNode();
    for (RulePacks.Difference difference : RulePacks.between(pack(id), pack(other))) {
      ObjectNode one =
          differences
              .addObject()
              .put("key", difference.key().name())
              .put("text", difference.key().text());
      difference.before().ifPresent(rule -> one.set("before", explained(rule)));
      difference.after().ifPresent(rule -> one.set("after", explained(rule)));
    }
    return differences;
  }

  @GET
  @Path("/in-force")
  @PermitAll
  @Operation(summary = "The rules of a day, each with the pack that says it")
  public JsonNode inForce(@QueryParam("on") @NotNull LocalDate on) {
    ArrayNode inForce = JSON.createArrayNode();
    rules
        .packs()
        .on(on)
        .forEach((key, said) -> {
          ObjectNode rule = explained(said.rule());
          rule.put("pack", said.pack());
          inForce.add(rule);
        });
    return inForce;
  }

  private static RulePack pack(String id) {
    return PACKS
        .find(id)
        .orElseThrow(() -> new ProblemException(RegistryRejection.RULE_PACK_UNKNOWN));
  }

  private static ObjectNode explained(RulePack.Rule rule) {
    ObjectNode json = JSON.valueToTree(rule);
    explain(json);
    return json;
  }

  private static void explain(JsonNode rule) {
    if (rule instanceof ObjectNode object) {
      object.put("text", RuleKey.valueOf(object.path("key").asText()).text());
      object.put("clauseOpen", object.path("clause").asText().isEmpty());
    }
  }
}
