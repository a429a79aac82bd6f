package cn.doublerandom.inspection.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.key.BureauKey;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

/** Whom the house reminds is a setting, and a wrong one is told at the start. */
class ReminderSettingsTest {
  private static ReminderSettings of(String... namesAndValues) {
    Map<String, String> settings = new HashMap<>();
    settings.put("suite.reminders.pause", "1m");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return ReminderSettings.of(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 1))
            .withConverters(new Converter<?>[] {new DurationConverter()})
            .build());
  }

  @Test
  void where_no_receiver_is_named_nobody_is_reminded_outside_the_desk() {
    assertThat(of().isSilent()).isTrue();
    assertThat(of(ReminderSettings.FROM, "desk@jtj.example").isSilent()).isTrue();
  }

  @Test
  void an_officer_has_his_address_by_his_account_and_his_bureau() {
    ReminderSettings settings =
        of(
            ReminderSettings.FROM,
            "desk@jtj.example",
            ReminderSettings.OFFICER,
            "{account}@{bureau}.jtj.example",
            ReminderSettings.COPY,
            "lead@jtj.example,coordinator.{bureau}@jtj.example");

    assertThat(settings.addressOf("JC001", BureauKey.SEED)).contains("JC001@130534.jtj.example");
    assertThat(settings.copies())
        .extracting(copy -> settings.copyFor(copy, BureauKey.SEED))
        .containsExactly("lead@jtj.example", "coordinator.130534@jtj.example");
    for (String account : new String[] {"a@b", "a b", "a,b", "a\r\nBcc: c", "", "a".repeat(65)}) {
      assertThat(settings.addressOf(account, BureauKey.SEED)).as(account).isEmpty();
    }
  }

  @Test
  void a_setting_that_is_wrong_is_named_and_a_secret_is_not_said() {
    assertThatThrownBy(() ->
            of(
                ReminderSettings.FROM,
                "desk@jtj.example",
                ReminderSettings.OFFICER,
                "lead@jtj.example"))
        .hasMessage("suite.reminders.mail.officer must say {account}");
    assertThatThrownBy(
            () -> of(ReminderSettings.FROM, "desk@jtj.example", ReminderSettings.COPY, "lead"))
        .hasMessage("suite.reminders.mail.copy is no address of mail");
    assertThatThrownBy(() -> of(ReminderSettings.COPY, "lead@jtj.example"))
        .hasMessage("quarkus.mailer.from must say who the mail is from");
    for (String address :
        new String[] {"ftp://h/s3cret", "/s3cret", "https://u:s3cret@h/", "h ttp://s3cret"}) {
      assertThatThrownBy(() -> of(ReminderSettings.MESSENGER, address))
          .hasMessage("suite.reminders.messenger.address is no address of the web")
          .hasNoCause();
    }
  }
}
