package org.yongjun.pass.holder.adapter;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.Person;

/** Personal data as it is encrypted. Rows in the database have this shape: only add fields. */
@Serdeable
record PersonJson(String name, String idNumber, String phone, @Nullable String nationalCard) {
  static PersonJson of(Person person) {
    return new PersonJson(person.name(), person.idNumber(), person.phone(), person.nationalCard());
  }

  Person person() {
    return new Person(name, idNumber, phone, nationalCard);
  }

  @Override
  public String toString() {
    return "PersonJson[masked]";
  }
}
