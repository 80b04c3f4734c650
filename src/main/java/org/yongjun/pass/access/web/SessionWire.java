package org.yongjun.pass.access.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.yongjun.pass.access.AccountSignIn;
import org.yongjun.pass.access.HolderSignIn;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.SignInAnswer;

/** What travels over HTTP about sign-in of people. None of it is ever printed. */
final class SessionWire {
  static final String PHONE = "1[3-9][0-9]{9}";
  static final String LOGIN = "[A-Za-z][A-Za-z0-9._-]{2,39}";
  private static final String SIX_DIGITS = "[0-9]{6}";

  private SessionWire() {}

  @Serdeable
  record OtpRequest(@NotNull @Pattern(regexp = PHONE) String phone) {
    @Override
    public String toString() {
      return "OtpRequest";
    }
  }

  /** The same whether or not the phone is known, and whether or not anything was sent. */
  @Serdeable
  record OtpAnswer(int expiresInSeconds, int tries) {
    static OtpAnswer standard() {
      return new OtpAnswer((int) HolderSignIn.CODE_LIFETIME.toSeconds(), HolderSignIn.TRIES);
    }
  }

  /** Either phone and otp, or login, password and totp, or refreshToken. */
  @Serdeable
  record SignInRequest(
      @Nullable @Pattern(regexp = PHONE) String phone,
      @Nullable @Pattern(regexp = SIX_DIGITS) String otp,
      @Nullable @Pattern(regexp = LOGIN) String login,
      @Nullable @Size(min = 1, max = AccountSignIn.PASSWORD_LENGTH_MAX) String password,
      @Nullable @Pattern(regexp = SIX_DIGITS) String totp,
      @Nullable @Size(min = 1, max = 80) String choice,
      @Nullable @Size(min = 1, max = 100) String refreshToken) {
    boolean isByPhone() {
      return phone != null && otp != null && !hasAny(login, password, totp, refreshToken);
    }

    boolean isByPassword() {
      return login != null && password != null && totp != null && !hasAny(phone, otp, refreshToken);
    }

    boolean isRefresh() {
      return refreshToken != null && !hasAny(phone, otp, login, password, totp, choice);
    }

    private static boolean hasAny(@Nullable String... fields) {
      for (String each : fields) {
        if (each != null) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return "SignInRequest";
    }
  }

  /** Either an open session, or what there is to choose from. */
  @Serdeable
  record SignInOutcome(@Nullable SessionAnswer session, @Nullable List<ChoiceAnswer> choices) {
    static SignInOutcome of(SignInAnswer answer) {
      return switch (answer) {
        case SignInAnswer.Opened opened -> new SignInOutcome(SessionAnswer.of(opened), null);
        case SignInAnswer.Choose(List<SignInAnswer.Choice> choices) ->
            new SignInOutcome(null, choices.stream().map(ChoiceAnswer::of).toList());
      };
    }

    @Override
    public String toString() {
      return "SignInOutcome";
    }
  }

  @Serdeable
  record SessionAnswer(
      String accessToken,
      String tokenType,
      int expiresInSeconds,
      String refreshToken,
      Instant sessionEndsAt,
      String principalId,
      Role role,
      String region,
      @Nullable String venueId) {
    static SessionAnswer of(SignInAnswer.Opened opened) {
      return new SessionAnswer(
          opened.accessToken(),
          "Bearer",
          opened.expiresInSeconds(),
          opened.refreshToken(),
          opened.endsAt(),
          opened.principal().id(),
          opened.principal().role(),
          opened.principal().region().toString(),
          opened.principal().venueId());
    }

    @Override
    public String toString() {
      return "SessionAnswer";
    }
  }

  @Serdeable
  record ChoiceAnswer(String choice, Label label) {
    static ChoiceAnswer of(SignInAnswer.Choice choice) {
      return new ChoiceAnswer(choice.id(), new Label(choice.label().zh(), choice.label().en()));
    }

    @Override
    public String toString() {
      return "ChoiceAnswer";
    }
  }

  @Serdeable
  record Label(String zh, String en) {}

  @Serdeable
  record AcceptRequest(
      @NotNull @Size(min = 1, max = 64) String inviteCode,
      @NotNull
          @Size(min = AccountSignIn.PASSWORD_LENGTH_MIN, max = AccountSignIn.PASSWORD_LENGTH_MAX)
          String password) {
    @Override
    public String toString() {
      return "AcceptRequest";
    }
  }

  @Serdeable
  record AcceptAnswer(String accountId, String login, String totpSecret, String totpUri) {
    static AcceptAnswer of(AccountSignIn.Activated activated) {
      return new AcceptAnswer(
          activated.accountId(),
          activated.login(),
          activated.totpSecret(),
          "otpauth://totp/Yongjun%20Pass:"
              + activated.login()
              + "?secret="
              + activated.totpSecret()
              + "&issuer=Yongjun%20Pass");
    }

    @Override
    public String toString() {
      return "AcceptAnswer";
    }
  }
}
