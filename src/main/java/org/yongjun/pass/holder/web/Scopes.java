package org.yongjun.pass.holder.web;

import io.micronaut.http.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** What requests about persons have in common: the region asked for, and a file's charset. */
final class Scopes {
  /** Why persons are looked up where nothing else is said. */
  static final String SERVICE = "SERVICE";

  private Scopes() {}

  /** The officer's own region where none is given; OUT_OF_REGION for another's. */
  static Outcome<RegionCode> scope(Caller caller, @Nullable String region) {
    if (region == null) {
      return Outcome.done(caller.region());
    }
    if (!region.matches("[0-9]{6}")) {
      return Outcome.refused(
          Problem.invalid("/region", "区划代码应为六位数字", "A region code has six digits"));
    }
    RegionCode scope = RegionCode.of(region);
    return caller.answersFor(scope)
        ? Outcome.done(scope)
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  /** GBK and GB2312 are subsets of GB18030. */
  static Outcome<Optional<Charset>> statedCharset(Optional<MediaType> contentType) {
    String name =
        contentType
            .flatMap(type -> type.getParameters().get("charset"))
            .map(Object::toString)
            .orElse("")
            .toUpperCase(Locale.ROOT);
    return switch (name) {
      case "" -> Outcome.done(Optional.empty());
      case "UTF-8" -> Outcome.done(Optional.of(StandardCharsets.UTF_8));
      case "GB18030", "GBK", "GB2312" -> Outcome.done(Optional.of(Charset.forName("GB18030")));
      default ->
          Outcome.refused(
              Problem.of(
                  ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                  "文件编码应为UTF-8或GB18030",
                  "The file's encoding must be UTF-8 or GB18030"));
    };
  }
}
