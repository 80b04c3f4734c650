package org.yongjun.pass.holder;

import org.yongjun.pass.kernel.RegionCode;

/** Where a page of holders ended: pages run by home region, then by id. */
public record HolderCursor(RegionCode homeRegion, String id) {}
