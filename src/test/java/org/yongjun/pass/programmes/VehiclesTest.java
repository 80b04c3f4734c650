package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: what a report gives to military vehicles is the vehicle's and no person's. Method: vehicles
 * are registered by plate over HTTP and their certificates redeemed at car parks; fees are made up,
 * sums are by hand: list/reference/payable/value in fen.
 */
class VehiclesTest {
  private static final AtomicInteger PLATES = new AtomicInteger();

  private static StoryPhone vehicle(String region) {
    LocalDate today = BusinessTime.dayOf(Holders.CLOCK.instant());
    String holderId =
        Holders.HTTP
            .post(
                "/v1/vehicles",
                Holders.officer(Role.CLERK, RegionCode.of(region)),
                Map.of(
                    "plate", "ZP%05d".formatted(PLATES.incrementAndGet()),
                    "region", region,
                    "validFrom", today.minusDays(1).toString(),
                    "validUntil", today.plusDays(300).toString()))
            .expect(201)
            .text("holderId");
    return Holders.phoneOf(holderId);
  }

  /** 8.00 → 0 at public car parks and at those with the sign; a driver in person pays. */
  @Test
  @Covers({"S01-264", "S01-142", "S01-022"})
  void militaryVehiclesParkFree() {
    Place xigu = Place.of("xigu-2023");
    Counter barrier = xigu.venue("PARKING").tagged("公共停车场").charging("PARKING", 800).open();
    assertEquals("800/800/0/800 xigu-2023/1", barrier.use(vehicle("620104"), "PARKING"));
    assertEquals("CLASS_NOT_ENTITLED", barrier.use("SERVICEPERSON@620104", "PARKING"));
    Counter ordinary = xigu.venue("PARKING").charging("PARKING", 800).open();
    assertEquals("VENUE_NOT_ACTIVE", ordinary.use(vehicle("620104"), "PARKING"));

    Place puyang = Place.of("puyang-2023-11");
    Counter signed = puyang.venue("PARKING").tagged("军车免费停放").charging("PARKING", 500).open();
    assertEquals("500/500/0/500 puyang-2023-11/4", signed.use(vehicle("130402"), "PARKING"));

    Place wuzhong = Place.of("wuzhong-2023");
    Counter stop = wuzhong.venue("PARKING").tagged("部队车辆停靠").charging("PARKING_SPACE", 0).open();
    assertEquals("0/0/0/0 wuzhong-2023/3", stop.use(vehicle("640302"), "PARKING_SPACE"));
    assertEquals("REGION_NOT_ENTITLED", stop.use(vehicle("130402"), "PARKING_SPACE"));
  }

  /** 45.00 → 0 for the soldier and 6.00 → 0 for the vehicle, each where its sign is. */
  @Test
  @Covers("S01-006")
  void soldiersAndVehiclesOfZhangyeAreFreeWhereTheSignSaysSo() {
    Place zhangye = Place.of("zhangye-2023");
    Counter site =
        zhangye
            .venue("SCENIC_SPOT")
            .aLevel(3)
            .owned("PRIVATE")
            .tagged("军人免费", "军车免费")
            .charging("ADMISSION", 4500)
            .charging("PARKING", 600)
            .open();
    assertEquals("4500/4500/0/4500 zhangye-2023/5", site.use("SERVICEPERSON@620702", "ADMISSION"));
    assertEquals("600/600/0/600 zhangye-2023/6", site.use(vehicle("620702"), "PARKING"));
    assertEquals("CLASS_NOT_ENTITLED", site.use(vehicle("620702"), "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", site.use("SERVICEPERSON@620702", "PARKING"));
  }
}
