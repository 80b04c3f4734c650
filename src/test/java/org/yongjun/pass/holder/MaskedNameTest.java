package org.yongjun.pass.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTest {
  @ParameterizedTest
  @CsvSource({
    "王测试,王某",
    "王试,王某",
    "欧阳试例,欧阳某",
    "诸葛试,诸葛某",
    "欧阳,欧某",
    "爱新觉罗试,爱新觉罗某",
    "买买提·试例,买某",
    "𠮷试,𠮷某",
    "某,某某"
  })
  void onlyTheSurnameRemains(String name, String masked) {
    assertEquals(masked, MaskedName.of(name));
  }
}
