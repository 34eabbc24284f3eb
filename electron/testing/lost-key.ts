/**
 * A commune whose key is about to be lost or stolen: its files reach the district by a friend too, who knows of no
 * revocation. The province stands above all.
 */
import { believing, type Office, type Offices } from "./offices";

export interface LostKey {
  readonly commune: Office;
  readonly friend: Office;
  readonly district: Office;
  readonly province: Office;
  /** The commune's, phone number 1, of whom the district knows. */
  readonly person: string;
  /** The thief gives the person another phone number with the commune's key, and the district hears of it by the friend. */
  readonly stolen: (phone: string) => Promise<void>;
}

export async function lostKey(offices: Offices): Promise<LostKey> {
  const commune = await offices.office("xa", "08173");
  const friend = await offices.office("xa-ban", "08206");
  const district = await offices.office("huyen", "232");
  const province = await offices.office("tinh", "25");
  await believing(commune, district);
  await believing(friend, district);
  await believing(province, district);
  await commune.trusts(friend, "superior");
  await friend.trusts(commune);
  const person = await commune.hires("Nguyễn Văn Mất Khóa", "08173", "phone=1");
  await district.receives(await commune.sends("--for", await district.fingerprint()));
  const stolen = async (phone: string) => {
    await commune.edits("official", person, `phone=${phone}`);
    await friend.receives(await commune.sends("--for", await friend.fingerprint()));
    await district.receives(await friend.sends("--for", await district.fingerprint()));
  };
  return { commune, friend, district, province, person, stolen };
}
