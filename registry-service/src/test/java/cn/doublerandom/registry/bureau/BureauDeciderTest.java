package cn.doublerandom.registry.bureau;

import static cn.doublerandom.registry.RegistryRejection.BUREAU_IS_HOME;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.BUREAU_WAITS;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.key.BureauLevel;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.bureau.BureauCommand.ApproveBureau;
import cn.doublerandom.registry.bureau.BureauCommand.EndBureauRequest;
import cn.doublerandom.registry.bureau.BureauCommand.InstallBureau;
import cn.doublerandom.registry.bureau.BureauCommand.RequestBureau;
import cn.doublerandom.registry.bureau.BureauCommand.RequestBureauClosing;
import cn.doublerandom.registry.bureau.BureauEvent.BureauChanged;
import cn.doublerandom.registry.bureau.BureauEvent.BureauClosed;
import cn.doublerandom.registry.bureau.BureauEvent.BureauClosingRequested;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRegistered;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRequestEnded;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRequested;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which bureaus an installation serves takes two people of the platform. */
class BureauDeciderTest {
  private static final BureauDetails HOME = BureauDetails.home("11130534MB00000001");
  private static final BureauDetails MARKET = market("清河县市场监督管理局");
  private static final BureauDetails RENAMED = market("清河县市场监管局");

  private final DeciderSpecification<BureauCommand, BureauEvent, RegisteredBureau> bureau =
      DeciderSpecification.of(new BureauDecider());

  private static BureauDetails market(String name) {
    return BureauDetails.of(
        new BureauKey("130534.scjg"),
        name,
        "11130534MB0000027X",
        List.of("hebei-2023"),
        "清市监〔{year}〕{number}号");
  }

  private static BureauEvent registered() {
    return new BureauRegistered(MARKET, "platform", "platform-2");
  }

  @Test
  void the_first_bureau_is_there_without_a_person_and_once() {
    bureau.given().when(new InstallBureau(HOME)).then(new BureauRegistered(HOME, null, null));
    bureau.given(new BureauRegistered(HOME, null, null)).when(new InstallBureau(HOME)).then();
    assertThat(HOME.bureau().name()).isEqualTo("清河县交通运输局");
    assertThat(HOME.level()).isEqualTo(BureauLevel.COUNTY);
  }

  @Test
  void what_two_people_have_changed_is_not_installed_over() {
    BureauDetails better = BureauDetails.home("11130534MB00000193");
    bureau
        .given(
            new BureauRegistered(HOME, null, null), new BureauChanged(better, "platform", "other"))
        .when(new InstallBureau(HOME))
        .then();
  }

  @Test
  void an_entry_waits_for_another_person() {
    bureau
        .given()
        .when(new RequestBureau(MARKET, "platform"))
        .then(new BureauRequested(MARKET, "platform"));
    var asked = bureau.given(new BureauRequested(MARKET, "platform"));
    asked.when(new ApproveBureau("platform")).thenRejected(BUREAU_NEEDS_SECOND_PERSON);
    asked.when(new ApproveBureau("platform-2")).then(registered());
  }

  @Test
  void another_entry_of_a_bureau_is_a_change_of_it() {
    bureau
        .given(registered(), new BureauRequested(RENAMED, "platform-2"))
        .when(new ApproveBureau("platform"))
        .then(new BureauChanged(RENAMED, "platform-2", "platform"));
    bureau.given(registered()).when(new RequestBureau(MARKET, "platform")).then();
  }

  @Test
  void nobody_replaces_what_another_reads() {
    var asked = bureau.given(new BureauRequested(MARKET, "platform"));
    asked.when(new RequestBureau(RENAMED, "platform")).thenRejected(BUREAU_WAITS);
    asked.when(new RequestBureau(MARKET, "platform-2")).then();
    var closing = bureau.given(registered(), new BureauClosingRequested("机构改革撤并", "platform"));
    closing.when(new RequestBureau(RENAMED, "platform-2")).thenRejected(BUREAU_WAITS);
    closing.when(new RequestBureauClosing("机构改革合并", "platform-2")).thenRejected(BUREAU_WAITS);
    closing.when(new RequestBureauClosing("机构改革撤并", "platform-2")).then();
  }

  @Test
  void a_bureau_is_closed_by_two_people_and_its_entry_stays() {
    bureau
        .given(registered())
        .when(new RequestBureauClosing("机构改革撤并", "platform"))
        .then(new BureauClosingRequested("机构改革撤并", "platform"));
    var closed =
        bureau
            .given(registered(), new BureauClosingRequested("机构改革撤并", "platform"))
            .when(new ApproveBureau("platform-2"));
    closed.then(new BureauClosed("机构改革撤并", "platform", "platform-2"));
    assertThat(closed.state().entry()).contains(MARKET);
  }

  @Test
  void a_closed_bureau_is_served_again_when_two_people_say_so() {
    var closed =
        new BureauEvent[] {
          registered(),
          new BureauClosed("机构改革撤并", "platform", "platform-2"),
          new BureauRequested(MARKET, "platform")
        };
    bureau.given(closed).when(new ApproveBureau("platform-2")).then(registered());
    bureau.given(closed).when(new RequestBureauClosing("撤并", "x")).thenRejected(BUREAU_WAITS);
  }

  @Test
  void the_bureau_that_keeps_the_register_is_not_closed_and_nothing_without_words_is() {
    bureau
        .given(new BureauRegistered(HOME, null, null))
        .when(new RequestBureauClosing("机构改革撤并", "platform"))
        .thenRejected(BUREAU_IS_HOME);
    bureau
        .given(registered())
        .when(new RequestBureauClosing("-", "platform"))
        .thenRejected(REASON_MISSING);
    bureau
        .given()
        .when(new RequestBureauClosing("机构改革撤并", "platform"))
        .thenRejected(BUREAU_UNKNOWN);
  }

  @Test
  void what_was_asked_for_can_be_declined_and_is_then_no_more() {
    bureau
        .given(new BureauRequested(MARKET, "platform"))
        .when(new EndBureauRequest("platform-2", "尚未成立"))
        .then(new BureauRequestEnded("platform-2", "尚未成立"));
    var ended =
        bureau.given(
            new BureauRequested(MARKET, "platform"), new BureauRequestEnded("platform-2", "尚未成立"));
    bureau
        .given(new BureauRequested(MARKET, "platform"))
        .when(new EndBureauRequest("platform-2", ""))
        .thenRejected(REASON_MISSING);
    ended.when(new EndBureauRequest("platform", "尚未成立")).thenRejected(BUREAU_NOT_REQUESTED);
    ended.when(new ApproveBureau("platform-2")).thenRejected(BUREAU_NOT_REQUESTED);
  }
}
