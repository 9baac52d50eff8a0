/**
 * Court names from addresses (forms, conventions E). Only what an address plainly says; anything
 * else is left to the user.
 */

const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市'];

export interface AddressParts {
  province: string;
  city: string;
  /** District, county, county-level city or banner. */
  county: string;
}

/** Splits an address into province, city and county as far as it says them. */
export function addressParts(address: string): AddressParts {
  const rest = address.replace(/\s/g, '');
  const m =
    /^(?:(.{1,8}?(?:省|自治区|特别行政区)))?(?:([^区县]{1,9}?(?:市|自治州|地区|盟)))?(.*)$/.exec(
      rest,
    );
  let [, province = '', city = '', tail = ''] = m ?? [];
  if (MUNICIPALITIES.includes(city) && province === '') {
    province = city;
    tail = tail.replace(/^(市辖区|县)(?=.)/, '');
  }
  const c = /^(.{1,12}?(?:自治县|自治旗|新区|林区|特区|区|县|市|旗))/.exec(tail);
  const county = c?.[1] ?? '';
  // A street or an estate is not a county: 莞城街道某某小区.
  const street = /街道|社区|小区|园区|校区|厂区|[\d号弄]/.test(county);
  return { province, city, county: street ? '' : county };
}

/**
 * The basic-level court of an address: 乙市丁区人民法院, 戊县人民法院, 上海市浦东新区人民法院.
 * @returns undefined when the address does not name a district or county, or names a development
 *   zone, whose court cannot be derived.
 */
export function courtOfAddress(address: string): string | undefined {
  const { city, county } = addressParts(address);
  if (county === '' || (county.endsWith('区') && city === '')) return undefined;
  if (/开发区|高新区|工业园/.test(address.replace(/\s/g, '').slice(0, 24))) return undefined;
  const named = /(县|旗|市)$/.test(county) ? county : `${city}${county}`;
  return `${named}人民法院`;
}

/** The province an address begins with (江苏省 → 江苏), or empty. */
export function provinceOfAddress(address: string): string {
  return shortProvince(addressParts(address).province);
}

/** 江苏省 → 江苏, 广西壮族自治区 → 广西, 上海市 → 上海. */
export function shortProvince(name: string): string {
  return name.trim().replace(/(?:(?:壮族|回族|维吾尔)?自治区|省|市|特别行政区)$/, '');
}
