import { maskPhone } from './mask-phone.ts'

/** Phone numbers masked, one a line, none torn; `、` stands between them. */
export function PhoneLines({ phone }: { readonly phone: string | undefined }) {
  return (phone ?? '').split('、').map(number => (
    <div key={number} style={{ whiteSpace: 'nowrap' }}>
      {maskPhone(number)}
    </div>
  ))
}
